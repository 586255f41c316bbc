import { IsOptional, Length } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { IsMonth } from './month.js';

@InputType({ description: 'What is optional about an experience.' })
abstract class ExperienceDetailsInput {
  @Field(() => String, { nullable: true, description: 'Place, such as "Douala"; 1 to 200 characters.' })
  @IsOptional()
  @Length(1, 200)
  location?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Last month: "YYYY-MM", not before `startMonth`; null for a position held today.',
  })
  @IsOptional()
  @IsMonth()
  endMonth?: string | null;

  @Field(() => String, { nullable: true, description: 'What it was about, 1 to 5,000 characters.' })
  @IsOptional()
  @Length(1, 5000)
  description?: string | null;
}

@InputType({ description: 'A position the candidate holds or held.' })
export class AddExperienceInput extends ExperienceDetailsInput {
  @Field(() => String, { description: 'Name of the position, 1 to 200 characters.' })
  @Length(1, 200)
  title!: string;

  @Field(() => String, { description: 'Where it was: name of the company, 1 to 200 characters.' })
  @Length(1, 200)
  companyName!: string;

  @Field(() => String, { description: 'First month: "YYYY-MM", such as "2021-09".' })
  @IsMonth()
  startMonth!: string;
}

@InputType({
  description:
    'Changes to an experience. A field left out stays as it is; an optional one set to null is cleared.',
})
export class UpdateExperienceInput extends ExperienceDetailsInput {
  @Field(() => ID, { description: 'Id of the experience.' })
  experienceId!: string;

  @Field(() => String, { nullable: true, description: 'Name of the position, 1 to 200 characters.' })
  @IsOptional()
  @Length(1, 200)
  title?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where it was: name of the company, 1 to 200 characters.',
  })
  @IsOptional()
  @Length(1, 200)
  companyName?: string | null;

  @Field(() => String, { nullable: true, description: 'First month: "YYYY-MM", such as "2021-09".' })
  @IsOptional()
  @IsMonth()
  startMonth?: string | null;
}

@InputType({ description: 'Names an experience to delete.' })
export class DeleteExperienceInput {
  @Field(() => ID, { description: 'Id of the experience.' })
  experienceId!: string;
}
