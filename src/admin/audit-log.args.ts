import { ArgsType, Field, ID } from 'type-graphql';
import { DateTime } from '../graphql/date-time.js';
import { PageArgs } from '../graphql/page-args.js';
import { AuditAction, AuditSubject } from './audit-action.js';

@ArgsType()
export class AuditLogArgs extends PageArgs {
  @Field(() => ID, {
    nullable: true,
    description: 'Only what this user did: id of the user, whose account may be gone.',
  })
  actorId?: string | null;

  @Field(() => [AuditAction], { nullable: true, description: 'Only these acts; all if omitted.' })
  action?: AuditAction[] | null;

  @Field(() => AuditSubject, { nullable: true, description: 'Only what was done to objects of this kind.' })
  subjectType?: AuditSubject | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Only what was done to this object: id of a user, an invitation, a company, a job or a session.',
  })
  subjectId?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Only what happened at this time or later.' })
  from?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Only what happened before this time.' })
  until?: Date | null;
}
