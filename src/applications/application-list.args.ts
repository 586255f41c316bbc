import { IsOptional, Max, MaxLength, Min } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { DateTime } from '../graphql/date-time.js';
import { PageArgs } from '../graphql/page-args.js';
import { ApplicationOrder, MyApplicationOrder } from './application-order.js';
import { ApplicationSource, ApplicationStatus } from './application.enums.js';

@InputType({
  description: 'Which applications to list. All conditions must hold; of several values in one, any may.',
})
export class ApplicationFilter {
  @Field(() => [ApplicationStatus], { nullable: true, description: 'Where they stand.' })
  status?: ApplicationStatus[] | null;

  @Field(() => [ApplicationSource], { nullable: true, description: 'How the candidate found the job.' })
  source?: ApplicationSource[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Part of the candidate's name or e-mail address, or of the cover letter; case and accents do not matter. At most 200 characters.",
  })
  @IsOptional()
  @MaxLength(200)
  search?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Only applications sent at this time or later.' })
  appliedFrom?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Only applications sent before this time.' })
  appliedUntil?: Date | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Only applications the company rated so high or higher: 1 to 5. For those who may see the ratings.',
  })
  @IsOptional()
  @Min(1)
  @Max(5)
  ratingMin?: number | null;
}

@InputType({
  description:
    "Which applications to the company's jobs to list. All conditions must hold; of several values in one, any may.",
})
export class CompanyApplicationFilter extends ApplicationFilter {
  @Field(() => [ID], { nullable: true, description: 'Jobs applied to, by id.' })
  job?: string[] | null;
}

@ArgsType()
export class MyApplicationsArgs extends PageArgs {
  @Field(() => [ApplicationStatus], { nullable: true, description: 'Where they stand; all if omitted.' })
  status?: ApplicationStatus[] | null;

  @Field(() => MyApplicationOrder, { defaultValue: MyApplicationOrder.NEWEST, description: 'How to sort.' })
  orderBy!: MyApplicationOrder;
}

@ArgsType()
export class JobApplicationsArgs extends PageArgs {
  @Field(() => ID, { description: "Id of a job of the viewer's company." })
  jobId!: string;

  @Field(() => ApplicationFilter, { nullable: true, description: 'Conditions on the applications.' })
  filter?: ApplicationFilter | null;

  @Field(() => ApplicationOrder, { defaultValue: ApplicationOrder.NEWEST, description: 'How to sort.' })
  orderBy!: ApplicationOrder;
}

@ArgsType()
export class CompanyApplicationsArgs extends PageArgs {
  @Field(() => CompanyApplicationFilter, { nullable: true, description: 'Conditions on the applications.' })
  filter?: CompanyApplicationFilter | null;

  @Field(() => ApplicationOrder, { defaultValue: ApplicationOrder.NEWEST, description: 'How to sort.' })
  orderBy!: ApplicationOrder;
}
