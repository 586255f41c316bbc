import { Field, ObjectType } from 'type-graphql';
import { Payload } from '../graphql/payload.js';
import { Candidate } from './candidate.entity.js';

@ObjectType({ simpleResolvers: true, description: 'Answer of updateCandidateProfile.' })
export class UpdateCandidateProfilePayload extends Payload {
  @Field(() => Candidate, { nullable: true, description: 'The profile as it is now.' })
  candidate?: Candidate | null;
}
