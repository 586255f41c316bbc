import { Field, ObjectType } from 'type-graphql';
import { Payload } from '../graphql/payload.js';
import { Employer } from './employer.entity.js';

@ObjectType({ simpleResolvers: true, description: 'Answer of updateEmployerProfile.' })
export class UpdateEmployerProfilePayload extends Payload {
  @Field(() => Employer, { nullable: true, description: 'The profile as it is now.' })
  employer?: Employer | null;
}
