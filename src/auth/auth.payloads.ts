import { Field, ObjectType } from 'type-graphql';
import { Payload } from '../graphql/payload.js';
import { User } from '../users/user.entity.js';

/** What every mutation that opens a session answers. */
@ObjectType({ simpleResolvers: true })
export abstract class SessionPayload extends Payload {
  @Field(() => String, {
    nullable: true,
    description: 'Send it as `Authorization: Bearer …`. Valid for 24 hours unless its session ends before.',
  })
  accessToken?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Exchange it with refreshToken for the next pair, within 7 days. Each can be used once.',
  })
  refreshToken?: string | null;

  @Field(() => User, { nullable: true, description: 'Who is signed in.' })
  user?: User | null;
}

@ObjectType({ simpleResolvers: true, description: 'Answer of signUp.' })
export class SignUpPayload extends SessionPayload {}

@ObjectType({ simpleResolvers: true, description: 'Answer of signIn.' })
export class SignInPayload extends SessionPayload {}

@ObjectType({ simpleResolvers: true, description: 'Answer of refreshToken.' })
export class RefreshTokenPayload extends SessionPayload {}

@ObjectType({ simpleResolvers: true, description: 'Answer of signOut.' })
export class SignOutPayload {
  @Field(() => Boolean, { description: 'True once the session has ended.' })
  success!: boolean;
}
