import { Field, ID, ObjectType } from 'type-graphql';
import { Payload } from '../graphql/payload.js';
import { Education } from './education.entity.js';

@ObjectType({ simpleResolvers: true })
abstract class EducationPayload extends Payload {
  @Field(() => Education, { nullable: true, description: 'The education as it is now.' })
  education?: Education | null;
}

@ObjectType({ simpleResolvers: true, description: 'Answer of addEducation.' })
export class AddEducationPayload extends EducationPayload {}

@ObjectType({ simpleResolvers: true, description: 'Answer of updateEducation.' })
export class UpdateEducationPayload extends EducationPayload {}

@ObjectType({ simpleResolvers: true, description: 'Answer of deleteEducation.' })
export class DeleteEducationPayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'Id of the education that is gone.' })
  deletedEducationId?: string | null;
}
