import { Entity, Index, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Node } from '../graphql/node.js';
import { AuditAction, AuditSubject } from './audit-action.js';

/** Append-only: a trigger refuses update and delete. */
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    'One act worth remembering: of an administrator, or on the safety of an account. It can be neither changed nor deleted. Only administrators see it.',
})
@Entity({ tableName: 'audit_log' })
@Index({
  name: 'audit_log_created_at_index',
  properties: ['createdAt', 'id'],
})
@Index({ name: 'audit_log_actor_user_id_index', properties: ['actorUserId', 'createdAt', 'id'] })
@Index({
  name: 'audit_log_subject_index',
  properties: ['subjectType', 'subjectId', 'createdAt', 'id'],
})
export class AuditEntry extends Node {
  /** No foreign key: whose act it was is still to be seen when their account is gone. */
  @Property({ type: 'uuid', nullable: true })
  actorUserId!: string | null;

  @Field(() => AuditAction, { description: 'What was done.' })
  @Property({ type: 'text' })
  action!: `${AuditAction}`;

  @Field(() => AuditSubject, { description: 'What kind of object it was done to.' })
  @Property({ type: 'text' })
  subjectType!: `${AuditSubject}`;

  /** No foreign key: the entry outlives its subject. */
  @Property({ type: 'uuid', nullable: true })
  subjectId!: string | null;

  @Property({ type: 'json' })
  details!: Record<string, string>;

  @Field(() => String, { nullable: true, description: 'The address it was asked for from.' })
  @Property({ columnType: 'inet', type: 'string', nullable: true })
  ip!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The request in which it was done: the header `X-Request-Id` of the answer, for finding it in the logs.',
  })
  @Property({ type: 'text', nullable: true })
  requestId!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'A circumstance of an act, such as its reason.' })
export class AuditDetail {
  @Field(() => String, { description: 'What it is, such as "reason".' })
  name!: string;

  @Field(() => String, { description: 'The value.' })
  value!: string;
}
