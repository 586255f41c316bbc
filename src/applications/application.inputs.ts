import {
  ArrayMaxSize,
  ArrayMinSize,
  IsOptional,
  Length,
  Max,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { ApplicationSource, ApplicationStatus } from './application.enums.js';

@InputType({ description: 'An application to send.' })
export class ApplyToJobInput {
  @Field(() => ID, { description: 'Id of the job; it must be open to applications.' })
  jobId!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'The CV to send along, one on the profile of the viewer. Left out: the active one, if there is one; null: none.',
  })
  cvId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What to tell the company, at most 10,000 characters.',
  })
  @IsOptional()
  @MaxLength(10_000)
  coverLetter?: string | null;

  @Field(() => ApplicationSource, {
    defaultValue: ApplicationSource.DIRECT,
    description: 'How the candidate found the job.',
  })
  source!: ApplicationSource;

  @Field(() => String, {
    nullable: true,
    description: 'Required with the source OTHER, and only then: 1 to 100 characters.',
  })
  @ValidateIf(
    (input: ApplyToJobInput) => input.source === ApplicationSource.OTHER || input.sourceDetail != null,
  )
  @Length(1, 100, {
    message: 'sourceDetail must tell the source in 1 to 100 characters when the source is OTHER',
  })
  sourceDetail?: string | null;
}

@InputType({ description: 'A move of an application by the company.' })
export class MoveApplicationInput {
  @Field(() => ID, { description: 'Id of the application.' })
  applicationId!: string;

  @Field(() => ApplicationStatus, {
    description: 'The status to move to: one of its `availableTransitions`.',
  })
  to!: ApplicationStatus;

  @Field(() => String, {
    nullable: true,
    description: 'Why, at most 1,000 characters. The candidate can read it.',
  })
  @IsOptional()
  @MaxLength(1000)
  reason?: string | null;
}

@InputType({ description: 'An application to take back.' })
export class WithdrawApplicationInput {
  @Field(() => ID, { description: 'Id of the application.' })
  applicationId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Why, at most 1,000 characters. The company can read it.',
  })
  @IsOptional()
  @MaxLength(1000)
  reason?: string | null;
}

@InputType({ description: 'An application a member of the company looks at.' })
export class OpenApplicationInput {
  @Field(() => ID, { description: 'Id of the application.' })
  applicationId!: string;
}

@InputType({ description: 'One move of many applications by the company.' })
export class MoveApplicationsInput {
  @Field(() => [ID], {
    description: 'Ids of the applications: 1 to 100. One named twice is moved once.',
  })
  @ArrayMinSize(1, { message: 'applicationIds must name at least one application' })
  @ArrayMaxSize(100, { message: 'applicationIds must name at most 100 applications' })
  applicationIds!: string[];

  @Field(() => ApplicationStatus, { description: 'The status to move all of them to.' })
  to!: ApplicationStatus;

  @Field(() => String, {
    nullable: true,
    description: 'Why, at most 1,000 characters. Each candidate can read it.',
  })
  @IsOptional()
  @MaxLength(1000)
  reason?: string | null;
}

@InputType({ description: 'A decision the company takes back.' })
export class ReopenApplicationInput {
  @Field(() => ID, { description: 'Id of an accepted or rejected application.' })
  applicationId!: string;

  @Field(() => ApplicationStatus, {
    description: 'The status to bring it back to: one of its `reopenTransitions`.',
  })
  to!: ApplicationStatus;

  @Field(() => String, {
    nullable: true,
    description: 'Why, at most 1,000 characters. The candidate can read it.',
  })
  @IsOptional()
  @MaxLength(1000)
  reason?: string | null;
}

@InputType({ description: "The company's own rating of an application." })
export class RateApplicationInput {
  @Field(() => ID, { description: 'Id of the application.' })
  applicationId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'From 1, poor, to 5, excellent; null or left out to clear it. The candidate never sees it.',
  })
  @IsOptional()
  @Min(1)
  @Max(5)
  rating?: number | null;
}
