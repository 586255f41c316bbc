import { IsOptional, Length } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { IsMonth } from './month.js';

@InputType({ description: 'What is optional about an education.' })
abstract class EducationDetailsInput {
  @Field(() => String, { nullable: true, description: 'Place, such as "Douala"; 1 to 200 characters.' })
  @IsOptional()
  @Length(1, 200)
  location?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Last month: "YYYY-MM", not before `startMonth`; null while still studying.',
  })
  @IsOptional()
  @IsMonth()
  endMonth?: string | null;

  @Field(() => String, { nullable: true, description: 'What it was about, 1 to 5,000 characters.' })
  @IsOptional()
  @Length(1, 5000)
  description?: string | null;
}

@InputType({ description: 'A course of study.' })
export class AddEducationInput extends EducationDetailsInput {
  @Field(() => String, {
    description: 'Degree or subject, such as "Licence en gestion"; 1 to 200 characters.',
  })
  @Length(1, 200)
  degree!: string;

  @Field(() => String, { description: 'School or university, 1 to 200 characters.' })
  @Length(1, 200)
  school!: string;

  @Field(() => String, { description: 'First month: "YYYY-MM", such as "2021-09".' })
  @IsMonth()
  startMonth!: string;
}

@InputType({
  description:
    'Changes to an education. A field left out stays as it is; an optional one set to null is cleared.',
})
export class UpdateEducationInput extends EducationDetailsInput {
  @Field(() => ID, { description: 'Id of the education.' })
  educationId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Degree or subject, such as "Licence en gestion"; 1 to 200 characters.',
  })
  @IsOptional()
  @Length(1, 200)
  degree?: string | null;

  @Field(() => String, { nullable: true, description: 'School or university, 1 to 200 characters.' })
  @IsOptional()
  @Length(1, 200)
  school?: string | null;

  @Field(() => String, { nullable: true, description: 'First month: "YYYY-MM", such as "2021-09".' })
  @IsOptional()
  @IsMonth()
  startMonth?: string | null;
}

@InputType({ description: 'Names an education to delete.' })
export class DeleteEducationInput {
  @Field(() => ID, { description: 'Id of the education.' })
  educationId!: string;
}
