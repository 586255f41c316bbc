import { Arg, Ctx, Directive, Extensions, Mutation, Resolver } from 'type-graphql';
import { anyUser } from '../graphql/authorize.js';
import type { Context } from '../graphql/context.js';
import { mutate } from '../graphql/mutation.js';
import { IGNORES_STALE_TOKEN } from '../graphql/stale-token.js';
import type { AuthServices } from './auth-services.js';
import { RefreshTokenInput, SignInInput, SignUpInput } from './auth.inputs.js';
import { RefreshTokenPayload, SignInPayload, SignOutPayload, SignUpPayload } from './auth.payloads.js';
import { refreshSession } from './refresh-session.js';
import { signIn } from './sign-in.js';
import { signOut } from './sign-out.js';
import { signUp } from './sign-up.js';

@Resolver()
export class AuthResolver {
  constructor(private readonly services: AuthServices) {}

  @Mutation(() => SignUpPayload, {
    nullable: true,
    description:
      'Creates an account with its empty profile, and signs it in. With the token of an invitation an employer joins the company at once.',
  })
  @Directive('@rateLimit(limit: 3, duration: 3600)')
  @Extensions(IGNORES_STALE_TOKEN)
  signUp(
    @Ctx() ctx: Context,
    @Arg('input', () => SignUpInput, { description: 'Who wants an account.' }) input: SignUpInput,
  ): Promise<SignUpPayload> {
    return mutate<SignUpPayload>(input, () => signUp(ctx, this.services, input));
  }

  @Mutation(() => SignInPayload, {
    nullable: true,
    description:
      'Opens a session on this device. Wrong passwords make the next attempt wait: RATE_LIMITED tells how long.',
  })
  @Directive('@rateLimit(limit: 5, duration: 900)')
  @Extensions(IGNORES_STALE_TOKEN)
  signIn(
    @Ctx() ctx: Context,
    @Arg('input', () => SignInInput, { description: 'Credentials.' }) input: SignInInput,
  ): Promise<SignInPayload> {
    return mutate<SignInPayload>(input, () => signIn(ctx, this.services, input));
  }

  @Mutation(() => RefreshTokenPayload, {
    nullable: true,
    description:
      'Exchanges a refresh token for the next access token and refresh token. Repeating it within 30 seconds gives the same answer; an older token ends the session, because somebody else must have it.',
  })
  @Directive('@rateLimit(limit: 10, duration: 60)')
  @Extensions(IGNORES_STALE_TOKEN)
  refreshToken(
    @Ctx() ctx: Context,
    @Arg('input', () => RefreshTokenInput, { description: 'The token to exchange.' })
    input: RefreshTokenInput,
  ): Promise<RefreshTokenPayload> {
    return mutate<RefreshTokenPayload>(input, () => refreshSession(ctx, this.services, input.refreshToken));
  }

  @Mutation(() => SignOutPayload, {
    nullable: true,
    description: 'Ends the session of this request: its access token and refresh token stop working at once.',
  })
  async signOut(@Ctx() ctx: Context): Promise<SignOutPayload> {
    await signOut(ctx, anyUser(ctx));
    return { success: true };
  }
}
