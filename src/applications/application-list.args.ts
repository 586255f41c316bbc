import { IsOptional, MaxLength } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { PageArgs } from '../graphql/page-args.js';
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
      "Part of the candidate's name or of the cover letter; case and accents do not matter. At most 200 characters.",
  })
  @IsOptional()
  @MaxLength(200)
  search?: string | null;
}

@ArgsType()
export class MyApplicationsArgs extends PageArgs {
  @Field(() => [ApplicationStatus], { nullable: true, description: 'Where they stand; all if omitted.' })
  status?: ApplicationStatus[] | null;
}

@ArgsType()
export class JobApplicationsArgs extends PageArgs {
  @Field(() => ID, { description: "Id of a job of the viewer's company." })
  jobId!: string;

  @Field(() => ApplicationFilter, { nullable: true, description: 'Conditions on the applications.' })
  filter?: ApplicationFilter | null;
}
