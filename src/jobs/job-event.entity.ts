import { Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { Opt } from '@mikro-orm/core';
import { v7 as uuidv7 } from 'uuid';
import { Field, ObjectType } from 'type-graphql';
import { Company } from '../companies/company.entity.js';
import { Employer } from '../employers/employer.entity.js';
import { DateTime } from '../graphql/date-time.js';
import { Job } from './job.entity.js';
import { JobStatus } from './job.enums.js';

/**
 * One change of a job's status; append-only (a trigger refuses update and delete). Carries the job's owners so that
 * the dashboard reads 30 days of changes from one index.
 */
@ObjectType({ simpleResolvers: true, description: "One change of a job's status." })
@Entity({ tableName: 'job_events' })
@Index({ name: 'job_events_job_id_index', properties: ['jobId', 'at'] })
@Index({
  name: 'job_events_employer_id_at_index',
  properties: ['employerId', 'companyId', 'at'],
  include: ['from', 'to'],
})
@Index({
  name: 'job_events_company_id_at_index',
  properties: ['companyId', 'at'],
  include: ['from', 'to'],
})
export class JobEvent {
  @PrimaryKey({ type: 'uuid' })
  id: Opt<string> = uuidv7();

  @ManyToOne(() => Job, { mapToPk: true, fieldName: 'job_id', deleteRule: 'cascade' })
  jobId!: string;

  @ManyToOne(() => Company, { mapToPk: true, fieldName: 'company_id', deleteRule: 'cascade' })
  companyId!: string;

  @ManyToOne(() => Employer, {
    mapToPk: true,
    fieldName: 'employer_id',
    deleteRule: 'set null',
    nullable: true,
  })
  employerId!: string | null;

  /** Null in the first event: the job was created. */
  @Field(() => JobStatus, {
    nullable: true,
    description: 'The status before; null when the job was created.',
  })
  @Enum({ items: () => JobStatus, type: 'text', nullable: true, fieldName: 'from_status' })
  from!: JobStatus | null;

  @Field(() => JobStatus, { description: 'The status since.' })
  @Enum({ items: () => JobStatus, type: 'text', fieldName: 'to_status' })
  to!: JobStatus;

  @Field(() => DateTime, { description: 'When it changed.' })
  @Property({ type: 'timestamptz' })
  at!: Date;
}
