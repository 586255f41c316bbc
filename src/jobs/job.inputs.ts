import {
  IsISO31661Alpha2,
  IsISO4217CurrencyCode,
  IsISO6391,
  IsOptional,
  Length,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { DateTime } from '../graphql/date-time.js';
import { JobType, LocationType, SalaryPeriod } from './job.enums.js';

const MAX_TITLE_LENGTH = 200;
const MAX_TEXT_LENGTH = 20_000;
const MAX_SALARY = 2_000_000_000;

@InputType({ description: 'What a job may say besides its title, description, type and location type.' })
abstract class JobDetailsInput {
  @Field(() => String, {
    nullable: true,
    description: 'What the company asks of candidates, at most 20,000 characters.',
  })
  @IsOptional()
  @MaxLength(MAX_TEXT_LENGTH)
  requirements?: string | null;

  @Field(() => String, { nullable: true, description: 'What the person will do, at most 20,000 characters.' })
  @IsOptional()
  @MaxLength(MAX_TEXT_LENGTH)
  responsibilities?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the company offers besides the salary, at most 20,000 characters.',
  })
  @IsOptional()
  @MaxLength(MAX_TEXT_LENGTH)
  benefits?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Place of work, such as "Libreville"; at most 200 characters.',
  })
  @IsOptional()
  @MaxLength(200)
  location?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Country of the place of work: ISO 3166-1 alpha-2, such as "GA".',
  })
  @IsOptional()
  @IsISO31661Alpha2({ message: 'country must be an ISO 3166-1 alpha-2 code, such as GA' })
  country?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Language the job is written in: ISO 639-1, such as "fr".',
  })
  @IsOptional()
  @IsISO6391({ message: 'language must be an ISO 639-1 code, such as fr' })
  language?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Lowest salary offered, in units of `currency` per `salaryPeriod`.',
  })
  @IsOptional()
  @Min(0)
  @Max(MAX_SALARY)
  salaryMin?: number | null;

  @Field(() => Int, { nullable: true, description: 'Highest salary offered; not below `salaryMin`.' })
  @IsOptional()
  @Min(0)
  @Max(MAX_SALARY)
  salaryMax?: number | null;

  @Field(() => String, { nullable: true, description: 'Currency of the salary: ISO 4217. XAF if omitted.' })
  @IsOptional()
  @IsISO4217CurrencyCode({ message: 'currency must be an ISO 4217 code, such as XAF' })
  currency?: string | null;

  @Field(() => SalaryPeriod, {
    nullable: true,
    description: 'The time the salary is paid for. MONTH if omitted.',
  })
  salaryPeriod?: SalaryPeriod | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the job stops being public by itself: an instant in the future.',
  })
  expiresAt?: Date | null;
}

@InputType({ description: 'A new job. It starts as a draft.' })
export class CreateJobInput extends JobDetailsInput {
  @Field(() => String, { description: 'Name of the position, 1 to 200 characters.' })
  @Length(1, MAX_TITLE_LENGTH)
  title!: string;

  @Field(() => String, { description: 'What the job is about, 1 to 20,000 characters of plain text.' })
  @Length(1, MAX_TEXT_LENGTH)
  description!: string;

  @Field(() => JobType, { description: 'Kind of employment.' })
  type!: JobType;

  @Field(() => LocationType, { description: 'Where the work is done.' })
  locationType!: LocationType;
}

@InputType({
  description: 'Changes to a job. A field left out stays as it is; an optional one set to null is cleared.',
})
export class UpdateJobInput extends JobDetailsInput {
  @Field(() => ID, { description: 'Id of the job.' })
  jobId!: string;

  @Field(() => String, { nullable: true, description: 'Name of the position, 1 to 200 characters.' })
  @IsOptional()
  @Length(1, MAX_TITLE_LENGTH)
  title?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the job is about, 1 to 20,000 characters of plain text.',
  })
  @IsOptional()
  @Length(1, MAX_TEXT_LENGTH)
  description?: string | null;

  @Field(() => JobType, { nullable: true, description: 'Kind of employment.' })
  type?: JobType | null;

  @Field(() => LocationType, { nullable: true, description: 'Where the work is done.' })
  locationType?: LocationType | null;
}

@InputType({ description: 'Names a job.' })
export class JobIdInput {
  @Field(() => ID, { description: 'Id of the job.' })
  jobId!: string;
}
