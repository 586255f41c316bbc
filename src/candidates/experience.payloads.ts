import { Field, ID, ObjectType } from 'type-graphql';
import { Payload } from '../graphql/payload.js';
import { Experience } from './experience.entity.js';

@ObjectType({ simpleResolvers: true })
abstract class ExperiencePayload extends Payload {
  @Field(() => Experience, { nullable: true, description: 'The experience as it is now.' })
  experience?: Experience | null;
}

@ObjectType({ simpleResolvers: true, description: 'Answer of addExperience.' })
export class AddExperiencePayload extends ExperiencePayload {}

@ObjectType({ simpleResolvers: true, description: 'Answer of updateExperience.' })
export class UpdateExperiencePayload extends ExperiencePayload {}

@ObjectType({ simpleResolvers: true, description: 'Answer of deleteExperience.' })
export class DeleteExperiencePayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'Id of the experience that is gone.' })
  deletedExperienceId?: string | null;
}
