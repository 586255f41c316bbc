import { Entity, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Employer } from '../employers/employer.entity.js';
import { DateTime } from '../graphql/date-time.js';
import { Node } from '../graphql/node.js';
import { Application } from './application.entity.js';

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    'What a member of the company noted about an application. Seen by members who may manage candidates, and by nobody else: not by the candidate, not by administrators.',
})
@Entity({ tableName: 'application_notes' })
@Index({ name: 'application_notes_application_id_index', properties: ['applicationId', 'createdAt', 'id'] })
export class ApplicationNote extends Node {
  @ManyToOne(() => Application, { mapToPk: true, fieldName: 'application_id', deleteRule: 'cascade' })
  applicationId!: string;

  @ManyToOne(() => Employer, {
    mapToPk: true,
    fieldName: 'employer_id',
    deleteRule: 'set null',
    nullable: true,
    index: true,
  })
  employerId!: string | null;

  @Field(() => String, { description: 'The note itself.' })
  @Property({ type: 'text' })
  body!: string;

  @Field(() => DateTime, { nullable: true, description: 'When its author last changed it; null if never.' })
  @Property({ type: 'timestamptz', nullable: true })
  editedAt!: Date | null;
}
