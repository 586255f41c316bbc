import type { Opt } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Candidate } from '../candidates/candidate.entity.js';
import { Cv } from '../candidates/cv.entity.js';
import { Company } from '../companies/company.entity.js';
import { Employer } from '../employers/employer.entity.js';
import { DateTime } from '../graphql/date-time.js';
import { Node } from '../graphql/node.js';
import { Job } from '../jobs/job.entity.js';
import { ApplicationSource, ApplicationStatus } from './application.enums.js';

/**
 * `companyId` and `employerId` repeat the job's owners: a dashboard then reads one covering index instead of joining
 * every application to its job. They are written once, from the job, when the candidate applies.
 */
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    "A candidate's application to a job. Seen by the candidate, by the company that published the job, and by administrators.",
})
@Entity({ tableName: 'applications' })
@Unique({
  name: 'applications_one_live_per_candidate_and_job',
  properties: ['candidateId', 'jobId'],
  where: "status in ('APPLIED', 'VIEWED', 'SHORTLISTED', 'INTERVIEW', 'ACCEPTED')",
})
@Index({
  name: 'applications_candidate_id_index',
  properties: ['candidateId', 'createdAt', 'id'],
  include: ['status', 'jobId'],
})
@Index({
  name: 'applications_job_id_index',
  properties: ['jobId', 'createdAt', 'id'],
  include: ['status', 'source'],
})
@Index({
  name: 'applications_employer_id_index',
  properties: ['employerId', 'companyId', 'status', 'createdAt', 'id'],
  include: ['interviewedAt'],
})
@Index({
  name: 'applications_company_id_index',
  properties: ['companyId', 'createdAt', 'id'],
  include: ['status', 'interviewedAt', 'jobId', 'source'],
})
@Index({
  name: 'applications_company_id_updated_at_index',
  properties: ['companyId', 'updatedAt', 'id'],
})
@Index({
  name: 'applications_company_id_rating_index',
  expression:
    'create index applications_company_id_rating_index on applications (company_id, coalesce(rating, 0), id)',
})
@Check({ name: 'applications_rating_check', expression: 'rating >= 1 and rating <= 5' })
@Check({
  name: 'applications_source_detail_check',
  expression: "(source = 'OTHER') = (source_detail is not null)",
})
export class Application extends Node {
  @ManyToOne(() => Job, { mapToPk: true, fieldName: 'job_id', deleteRule: 'no action' })
  jobId!: string;

  @ManyToOne(() => Candidate, { mapToPk: true, fieldName: 'candidate_id', deleteRule: 'cascade' })
  candidateId!: string;

  @ManyToOne(() => Company, { mapToPk: true, fieldName: 'company_id', deleteRule: 'cascade' })
  companyId!: string;

  @ManyToOne(() => Employer, {
    mapToPk: true,
    fieldName: 'employer_id',
    deleteRule: 'set null',
    nullable: true,
  })
  employerId!: string | null;

  @ManyToOne(() => Cv, {
    mapToPk: true,
    fieldName: 'cv_id',
    deleteRule: 'set null',
    nullable: true,
    index: true,
  })
  cvId!: string | null;

  @Field(() => ApplicationStatus, { description: 'Where the application stands.' })
  @Enum({ items: () => ApplicationStatus, type: 'text', default: ApplicationStatus.APPLIED })
  status!: Opt<ApplicationStatus>;

  @Field(() => String, { nullable: true, description: 'What the candidate wrote to the company.' })
  @Property({ type: 'text', nullable: true })
  coverLetter!: string | null;

  @Field(() => ApplicationSource, { description: 'How the candidate found the job.' })
  @Enum({ items: () => ApplicationSource, type: 'text', default: ApplicationSource.DIRECT })
  source!: Opt<ApplicationSource>;

  @Field(() => String, {
    nullable: true,
    description: 'Set with the source OTHER: how the candidate found the job.',
  })
  @Property({ type: 'text', nullable: true })
  sourceDetail!: string | null;

  /** The company's own, 1 to 5. Never shown to the candidate. */
  @Property({ type: 'smallint', nullable: true })
  rating!: number | null;

  /** First move to INTERVIEW, as the history has it; the dashboard's mean days to interview start from it. */
  @Property({ type: 'timestamptz', nullable: true })
  interviewedAt!: Date | null;

  @Field(() => DateTime, { description: 'When its status last changed.' })
  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  updatedAt!: Opt<Date>;
}
