import { IsOptional, Length, Max, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { SkillCategory } from './skill.entity.js';

@InputType({ description: 'Something the candidate can do.' })
export class AddSkillInput {
  @Field(() => String, {
    description: 'What it is, 1 to 100 characters; each name once, upper and lower case being the same.',
  })
  @Length(1, 100)
  name!: string;

  @Field(() => Int, { description: 'How well, from 1 (notions) to 5 (expert).' })
  @Min(1)
  @Max(5)
  level!: number;

  @Field(() => SkillCategory, { description: 'Kind of skill.' })
  category!: SkillCategory;
}

@InputType({ description: 'Changes to a skill. A field left out stays as it is.' })
export class UpdateSkillInput {
  @Field(() => ID, { description: 'Id of the skill.' })
  skillId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What it is, 1 to 100 characters; each name once, upper and lower case being the same.',
  })
  @IsOptional()
  @Length(1, 100)
  name?: string | null;

  @Field(() => Int, { nullable: true, description: 'How well, from 1 (notions) to 5 (expert).' })
  @IsOptional()
  @Min(1)
  @Max(5)
  level?: number | null;

  @Field(() => SkillCategory, { nullable: true, description: 'Kind of skill.' })
  category?: SkillCategory | null;
}

@InputType({ description: 'Names a skill to delete.' })
export class DeleteSkillInput {
  @Field(() => ID, { description: 'Id of the skill.' })
  skillId!: string;
}
