import { Field, ObjectType } from 'type-graphql';
import { Payload } from '../graphql/payload.js';
import { User } from './user.entity.js';

@ObjectType({ simpleResolvers: true, description: 'Answer of updateMyName.' })
export class UpdateMyNamePayload extends Payload {
  @Field(() => User, { nullable: true, description: 'The viewer as they are called now.' })
  user?: User | null;
}
