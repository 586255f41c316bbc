import type { Opt } from '@mikro-orm/core';
import { Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { v7 as uuidv7 } from 'uuid';
import { Company } from '../companies/company.entity.js';
import { Employer } from '../employers/employer.entity.js';
import { DateTime } from '../graphql/date-time.js';
import { User } from '../users/user.entity.js';
import { Application } from './application.entity.js';
import { Actor, ApplicationStatus } from './application.enums.js';

/** Append-only: a trigger of the database refuses update and delete. */
@ObjectType({
  simpleResolvers: true,
  description: "One change of an application's status. The list of them is never rewritten.",
})
@Entity({ tableName: 'application_events' })
@Index({ name: 'application_events_application_id_index', properties: ['applicationId', 'at', 'id'] })
@Index({
  name: 'application_events_employer_id_at_index',
  expression:
    'create index application_events_employer_id_at_index on application_events (employer_id, company_id, (from_status is not null), at) include (from_status, to_status, application_id)',
})
@Index({
  name: 'application_events_company_id_at_index',
  expression:
    'create index application_events_company_id_at_index on application_events (company_id, (from_status is not null), at) include (from_status, to_status, application_id)',
})
export class ApplicationEvent {
  @PrimaryKey({ type: 'uuid' })
  id: Opt<string> = uuidv7();

  @ManyToOne(() => Application, { mapToPk: true, fieldName: 'application_id', deleteRule: 'cascade' })
  applicationId!: string;

  @ManyToOne(() => Company, { mapToPk: true, fieldName: 'company_id', deleteRule: 'cascade' })
  companyId!: string;

  @ManyToOne(() => Employer, {
    mapToPk: true,
    fieldName: 'employer_id',
    deleteRule: 'set null',
    nullable: true,
  })
  employerId!: string | null;

  @ManyToOne(() => User, {
    mapToPk: true,
    fieldName: 'actor_user_id',
    deleteRule: 'set null',
    nullable: true,
    index: true,
  })
  actorUserId!: string | null;

  @Field(() => Actor, { description: 'Which side made the change.' })
  @Enum({ items: () => Actor, type: 'text' })
  actor!: Actor;

  @Field(() => ApplicationStatus, {
    nullable: true,
    description: 'Status before; null for the first entry, the application itself.',
  })
  @Enum({ items: () => ApplicationStatus, type: 'text', nullable: true, fieldName: 'from_status' })
  from!: ApplicationStatus | null;

  @Field(() => ApplicationStatus, { description: 'Status after.' })
  @Enum({ items: () => ApplicationStatus, type: 'text', fieldName: 'to_status' })
  to!: ApplicationStatus;

  @Field(() => String, {
    nullable: true,
    description: 'Why, in the words of who made the change. Both sides can read it.',
  })
  @Property({ type: 'text', nullable: true })
  reason!: string | null;

  @Field(() => DateTime, { description: 'When.' })
  @Property({ type: 'timestamptz' })
  at!: Date;
}
