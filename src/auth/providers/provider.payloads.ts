import { Field, ObjectType } from 'type-graphql';
import { DateTime } from '../../graphql/date-time.js';
import { Payload } from '../../graphql/payload.js';
import { SessionPayload } from '../auth.payloads.js';

@ObjectType({
  simpleResolvers: true,
  description:
    'Answer of startProviderSignIn. Send the user to `authorizationEndpoint` with `client_id`, `nonce` and the scope "openid email", and what else the provider asks for.',
})
export class StartProviderSignInPayload extends Payload {
  @Field(() => String, {
    nullable: true,
    description: 'Send it to the provider, which writes it into the id_token.',
  })
  nonce?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Keep it where only this client can read it, and send it to signInWithProvider: an id_token is of no use to whoever does not have it.',
  })
  verifier?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Issuer of the provider, as its id_token names it.',
  })
  issuer?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Under which id the provider knows this platform.',
  })
  clientId?: string | null;

  @Field(() => String, { nullable: true, description: 'Where the provider lets people sign in.' })
  authorizationEndpoint?: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Until when signInWithProvider takes the id_token: 10 minutes from the start.',
  })
  expiresAt?: Date | null;
}

@ObjectType({
  simpleResolvers: true,
  description: 'Answer of signInWithProvider: a session, or a registration token for somebody new.',
})
export class SignInWithProviderPayload extends SessionPayload {
  @Field(() => String, {
    nullable: true,
    description:
      'For somebody who has no account yet: exchange it with completeRegistration, within an hour. Null when a session was opened.',
  })
  registrationToken?: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'Answer of completeRegistration.' })
export class CompleteRegistrationPayload extends SessionPayload {}
