import type { Opt } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { Company } from '../companies/company.entity.js';
import { Employer } from '../employers/employer.entity.js';
import { DateTime } from '../graphql/date-time.js';
import { Node } from '../graphql/node.js';
import { JobStatus, JobType, LocationType, SalaryPeriod } from './job.enums.js';

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    'A position a company wants to fill. Public while PUBLISHED and not expired; otherwise seen only by the company.',
})
@Entity({ tableName: 'jobs' })
@Index({
  name: 'jobs_published_posted_at_index',
  properties: ['postedAt', 'id'],
  where: "status = 'PUBLISHED'",
})
@Index({
  name: 'jobs_employer_id_index',
  properties: ['employerId', 'companyId', 'createdAt', 'id'],
  include: ['status', 'expiresAt', 'applicationsCount'],
})
@Index({
  name: 'jobs_company_id_index',
  properties: ['companyId', 'createdAt', 'id'],
  include: ['status', 'expiresAt', 'applicationsCount'],
})
@Index({ name: 'jobs_created_at_index', properties: ['createdAt', 'id'], include: ['status'] })
@Index({ name: 'jobs_updated_at_index', properties: ['updatedAt', 'id'], include: ['status'] })
@Index({
  name: 'jobs_title_trigram_index',
  expression: 'create index jobs_title_trigram_index on jobs using gin (plain_text(title) gin_trgm_ops)',
})
@Index({ name: 'jobs_expires_at_index', properties: ['expiresAt'], where: "status = 'PUBLISHED'" })
@Check({
  name: 'jobs_salary_check',
  expression: 'salary_min >= 0 and salary_max >= 0 and salary_min <= salary_max',
})
@Check({
  name: 'jobs_published_has_posted_at_check',
  expression: "status <> 'PUBLISHED' or posted_at is not null",
})
@Check({ name: 'jobs_counts_check', expression: 'views_count >= 0 and applications_count >= 0' })
export class Job extends Node {
  @ManyToOne(() => Company, { mapToPk: true, fieldName: 'company_id', deleteRule: 'cascade' })
  companyId!: string;

  /** The author. Null once that employer's account is gone; the job stays with its company. */
  @ManyToOne(() => Employer, {
    mapToPk: true,
    fieldName: 'employer_id',
    deleteRule: 'set null',
    nullable: true,
  })
  employerId!: string | null;

  @Field(() => String, { description: 'Name of the position.' })
  @Property({ type: 'text' })
  title!: string;

  @Field(() => String, { description: 'What the job is about. Plain text; line breaks separate paragraphs.' })
  @Property({ type: 'text' })
  description!: string;

  @Field(() => String, { nullable: true, description: 'What the company asks of candidates.' })
  @Property({ type: 'text', nullable: true })
  requirements!: string | null;

  @Field(() => String, { nullable: true, description: 'What the person will do.' })
  @Property({ type: 'text', nullable: true })
  responsibilities!: string | null;

  @Field(() => String, { nullable: true, description: 'What the company offers besides the salary.' })
  @Property({ type: 'text', nullable: true })
  benefits!: string | null;

  @Field(() => JobType, { description: 'Kind of employment.' })
  @Enum({ items: () => JobType, type: 'text' })
  type!: JobType;

  @Field(() => LocationType, { description: 'Where the work is done.' })
  @Enum({ items: () => LocationType, type: 'text' })
  locationType!: LocationType;

  @Field(() => String, { nullable: true, description: 'Place of work, such as "Libreville".' })
  @Property({ type: 'text', nullable: true })
  location!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Country of the place of work: ISO 3166-1 alpha-2, such as "GA".',
  })
  @Property({ columnType: 'char(2)', type: 'string', nullable: true })
  country!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Language the job is written in: ISO 639-1, such as "fr".',
  })
  @Property({ columnType: 'char(2)', type: 'string', nullable: true })
  language!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Lowest salary offered, in units of `currency` per `salaryPeriod`.',
  })
  @Property({ type: 'integer', nullable: true })
  salaryMin!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Highest salary offered, in units of `currency` per `salaryPeriod`.',
  })
  @Property({ type: 'integer', nullable: true })
  salaryMax!: number | null;

  @Field(() => String, { description: 'Currency of the salary: ISO 4217, such as "XAF".' })
  @Property({ columnType: 'char(3)', type: 'string', default: 'XAF' })
  currency!: Opt<string>;

  @Field(() => SalaryPeriod, { description: 'The time the salary is paid for.' })
  @Enum({ items: () => SalaryPeriod, type: 'text', default: SalaryPeriod.MONTH })
  salaryPeriod!: Opt<SalaryPeriod>;

  @Field(() => JobStatus, { description: 'Where the job is in its life.' })
  @Enum({ items: () => JobStatus, type: 'text', default: JobStatus.DRAFT })
  status!: Opt<JobStatus>;

  @Field(() => Boolean, { description: 'Highlighted by the platform.' })
  @Property({ type: 'boolean', default: false })
  isFeatured!: Opt<boolean>;

  @Field(() => Int, {
    description: 'How often the job was opened: at most once a day per viewer, its company excepted.',
  })
  @Property({ type: 'integer', default: 0 })
  viewsCount!: Opt<number>;

  @Field(() => Int, {
    description:
      'Applications received so far, withdrawn ones included. In lists for everybody it may be some seconds old.',
  })
  @Property({ type: 'integer', default: 0 })
  applicationsCount!: Opt<number>;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the job was last published; null for one that never was.',
  })
  @Property({ type: 'timestamptz', nullable: true })
  postedAt!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the job stops being public by itself; null for no limit.',
  })
  @Property({ type: 'timestamptz', nullable: true })
  expiresAt!: Date | null;

  @Field(() => DateTime, { description: 'When its text or its status last changed.' })
  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  updatedAt!: Opt<Date>;
}
