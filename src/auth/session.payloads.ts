import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Payload } from '../graphql/payload.js';

@ObjectType({ simpleResolvers: true, description: 'Answer of revokeSession.' })
export class RevokeSessionPayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'Id of the session that has ended.' })
  sessionId?: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'Answer of signOutEverywhere.' })
export class SignOutEverywherePayload extends Payload {
  @Field(() => Int, { nullable: true, description: 'How many sessions have ended.' })
  endedSessions?: number | null;
}
