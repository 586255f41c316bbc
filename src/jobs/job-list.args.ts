import {
  IsISO31661Alpha2,
  IsISO4217CurrencyCode,
  IsOptional,
  IsISO6391,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { ArgsType, Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { PageArgs } from '../graphql/page-args.js';
import { JobType, LocationType, SalaryPeriod } from './job.enums.js';

export enum JobOrder {
  RELEVANCE = 'RELEVANCE',
  NEWEST = 'NEWEST',
  SALARY = 'SALARY',
}

registerEnumType(JobOrder, {
  name: 'JobOrder',
  description: 'How a list of jobs is sorted.',
  valuesConfig: {
    RELEVANCE: {
      description:
        'Best match of `search` first: words in the title count more than in the company name, and these more than in the description. Of more than 500 matches the 500 latest posted are ranked, and the list ends with them. Without `search` like NEWEST.',
    },
    NEWEST: { description: 'Latest posted first.' },
    SALARY: {
      description:
        'Highest salary first, jobs without one last. Filter by currency to compare like with like.',
    },
  },
});

@InputType({
  description: 'Which jobs to list. All conditions must hold; of several values in one, any may.',
})
export class JobFilter {
  @Field(() => [JobType], { nullable: true, description: 'Kinds of employment.' })
  type?: JobType[] | null;

  @Field(() => [LocationType], { nullable: true, description: 'Where the work is done.' })
  locationType?: LocationType[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Countries of the place of work: ISO 3166-1 alpha-2, such as "GA".',
  })
  @IsOptional()
  @IsISO31661Alpha2({ each: true, message: 'country must be ISO 3166-1 alpha-2 codes, such as GA' })
  country?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Part of the place of work, such as "douala"; case and accents do not matter.',
  })
  @IsOptional()
  @MaxLength(100)
  location?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Companies, by id.' })
  company?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Languages the job is written in: ISO 639-1, such as "fr".',
  })
  @IsOptional()
  @IsISO6391({ each: true, message: 'language must be ISO 639-1 codes, such as fr' })
  language?: string[] | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Only jobs that may pay at least this, in `currency` per `salaryPeriod`.',
  })
  @IsOptional()
  @Min(0)
  salaryMin?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Only jobs that may pay this or less, in `currency` per `salaryPeriod`.',
  })
  @IsOptional()
  @Min(0)
  salaryMax?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Only jobs paid in this currency: ISO 4217. With a salary bound, XAF if omitted.',
  })
  @IsOptional()
  @IsISO4217CurrencyCode({ message: 'currency must be an ISO 4217 code, such as XAF' })
  currency?: string | null;

  @Field(() => SalaryPeriod, {
    nullable: true,
    description: 'Only jobs paid per this time. With a salary bound, MONTH if omitted.',
  })
  salaryPeriod?: SalaryPeriod | null;

  @Field(() => Int, { nullable: true, description: 'Only jobs posted within this many days: 1 to 365.' })
  @IsOptional()
  @Min(1)
  @Max(365)
  postedWithinDays?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True for only jobs the platform features, false for only others.',
  })
  featured?: boolean | null;
}

@ArgsType()
export class JobListArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description:
      'Words to find in title, description or company name, in French or English. Case, accents and small typos do not matter. At most 200 characters.',
  })
  @IsOptional()
  @MaxLength(200)
  search?: string | null;

  @Field(() => JobFilter, { nullable: true, description: 'Conditions on the jobs.' })
  filter?: JobFilter | null;

  @Field(() => JobOrder, {
    nullable: true,
    description: 'How to sort: RELEVANCE with `search` and NEWEST without, if omitted.',
  })
  orderBy?: JobOrder | null;
}
