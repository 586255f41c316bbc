import { Field, ID, ObjectType } from 'type-graphql';
import { Payload } from '../graphql/payload.js';
import { Skill } from './skill.entity.js';

@ObjectType({ simpleResolvers: true })
abstract class SkillPayload extends Payload {
  @Field(() => Skill, { nullable: true, description: 'The skill as it is now.' })
  skill?: Skill | null;
}

@ObjectType({ simpleResolvers: true, description: 'Answer of addSkill.' })
export class AddSkillPayload extends SkillPayload {}

@ObjectType({ simpleResolvers: true, description: 'Answer of updateSkill.' })
export class UpdateSkillPayload extends SkillPayload {}

@ObjectType({ simpleResolvers: true, description: 'Answer of deleteSkill.' })
export class DeleteSkillPayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'Id of the skill that is gone.' })
  deletedSkillId?: string | null;
}
