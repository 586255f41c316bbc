import { Length } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { NameInput } from '../../users/user.inputs.js';
import { MAX_TOKEN_LENGTH, SignUpRole } from '../auth.inputs.js';

const MAX_PROVIDER_LENGTH = 32;

/** Some providers write a user's groups into it. */
const MAX_ID_TOKEN_LENGTH = 10_000;
const MAX_VERIFIER_LENGTH = 100;

@InputType({ description: 'Which provider to sign in with.' })
export class StartProviderSignInInput {
  @Field(() => String, {
    description: 'Name of the provider, such as "google". Upper and lower case are the same.',
  })
  @Length(1, MAX_PROVIDER_LENGTH)
  provider!: string;
}

@InputType({ description: 'What the provider answered, and what startProviderSignIn told only this client.' })
export class SignInWithProviderInput {
  @Field(() => String, { description: 'Name of the provider, as sent to startProviderSignIn.' })
  @Length(1, MAX_PROVIDER_LENGTH)
  provider!: string;

  @Field(() => String, { description: 'The id_token of the provider, made for the nonce of this sign-in.' })
  @Length(1, MAX_ID_TOKEN_LENGTH)
  idToken!: string;

  @Field(() => String, { description: 'The verifier startProviderSignIn answered with that nonce.' })
  @Length(1, MAX_VERIFIER_LENGTH)
  verifier!: string;
}

@InputType({ description: 'What a provider does not know about somebody who wants an account.' })
export class CompleteRegistrationInput extends NameInput {
  @Field(() => String, { description: 'The registration token signInWithProvider answered.' })
  @Length(1, MAX_TOKEN_LENGTH)
  registrationToken!: string;

  @Field(() => SignUpRole, { description: 'What the account is for. It cannot be changed later.' })
  role!: SignUpRole;
}
