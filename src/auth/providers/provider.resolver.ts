import { Arg, Ctx, Directive, Extensions, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../graphql/context.js';
import { mutate } from '../../graphql/mutation.js';
import { IGNORES_STALE_TOKEN } from '../../graphql/stale-token.js';
import type { AuthServices } from '../auth-services.js';
import { completeRegistration } from './complete-registration.js';
import {
  CompleteRegistrationInput,
  SignInWithProviderInput,
  StartProviderSignInInput,
} from './provider.inputs.js';
import {
  CompleteRegistrationPayload,
  SignInWithProviderPayload,
  StartProviderSignInPayload,
} from './provider.payloads.js';
import { signInWithProvider } from './sign-in-with-provider.js';
import { startProviderSignIn } from './start-provider-sign-in.js';

@Resolver()
export class ProviderResolver {
  constructor(private readonly services: AuthServices) {}

  @Mutation(() => StartProviderSignInPayload, {
    nullable: true,
    description:
      'Begins to sign in with an OpenID Connect provider: answers what to send to the provider, and what to keep for signInWithProvider.',
  })
  @Directive('@rateLimit(limit: 20, duration: 900)')
  @Extensions(IGNORES_STALE_TOKEN)
  startProviderSignIn(
    @Ctx() ctx: Context,
    @Arg('input', () => StartProviderSignInInput, { description: 'Which provider.' })
    input: StartProviderSignInInput,
  ): Promise<StartProviderSignInPayload> {
    return mutate<StartProviderSignInPayload>(input, () =>
      startProviderSignIn(ctx, this.services, input.provider),
    );
  }

  @Mutation(() => SignInWithProviderPayload, {
    nullable: true,
    description:
      'Opens a session for whoever the provider vouches for, once per id_token. An identity that is new here is linked to the account with its e-mail address if the provider has verified that; if the account itself had not, its password and its sessions end. Without such an account the answer is a registration token.',
  })
  @Directive('@rateLimit(limit: 5, duration: 900)')
  @Extensions(IGNORES_STALE_TOKEN)
  signInWithProvider(
    @Ctx() ctx: Context,
    @Arg('input', () => SignInWithProviderInput, { description: 'What the provider answered.' })
    input: SignInWithProviderInput,
  ): Promise<SignInWithProviderPayload> {
    return mutate<SignInWithProviderPayload>(input, () => signInWithProvider(ctx, this.services, input));
  }

  @Mutation(() => CompleteRegistrationPayload, {
    nullable: true,
    description:
      'Creates the account of somebody new whom a provider vouched for, with its empty profile, and signs it in. A registration token makes one account.',
  })
  @Directive('@rateLimit(limit: 5, duration: 900)')
  @Extensions(IGNORES_STALE_TOKEN)
  completeRegistration(
    @Ctx() ctx: Context,
    @Arg('input', () => CompleteRegistrationInput, { description: 'Role and name.' })
    input: CompleteRegistrationInput,
  ): Promise<CompleteRegistrationPayload> {
    return mutate<CompleteRegistrationPayload>(input, () => completeRegistration(ctx, this.services, input));
  }
}
