import { Arg, Ctx, Directive, Extensions, Mutation, Resolver } from 'type-graphql';
import { anyUser } from '../../graphql/authorize.js';
import type { Context } from '../../graphql/context.js';
import { mutate } from '../../graphql/mutation.js';
import { IGNORES_STALE_TOKEN } from '../../graphql/stale-token.js';
import type { AuthServices } from '../auth-services.js';
import { changePassword } from './change-password.js';
import { ChangePasswordInput, RequestPasswordResetInput, ResetPasswordInput } from './password.inputs.js';
import {
  ChangePasswordPayload,
  RequestPasswordResetPayload,
  ResetPasswordPayload,
} from './password.payloads.js';
import { requestPasswordReset } from './request-password-reset.js';
import { resetPassword } from './reset-password.js';

@Resolver()
export class PasswordResolver {
  constructor(private readonly services: AuthServices) {}

  @Mutation(() => ChangePasswordPayload, {
    nullable: true,
    description:
      "Replaces the viewer's password, or gives a first one to an account made through a provider. The sessions on all other devices end.",
  })
  @Directive('@rateLimit(limit: 5, duration: 900)')
  changePassword(
    @Ctx() ctx: Context,
    @Arg('input', () => ChangePasswordInput, { description: 'Old and new.' }) input: ChangePasswordInput,
  ): Promise<ChangePasswordPayload> {
    const viewer = anyUser(ctx);
    return mutate<ChangePasswordPayload>(input, async () => ({
      endedSessions: await changePassword(ctx, this.services.passwords, viewer, input),
    }));
  }

  @Mutation(() => RequestPasswordResetPayload, {
    nullable: true,
    description:
      'Sends a mail with a link to set a new password, if an account has the address. The answer is the same for every address.',
  })
  @Directive('@rateLimit(limit: 3, duration: 3600)')
  @Extensions(IGNORES_STALE_TOKEN)
  requestPasswordReset(
    @Ctx() ctx: Context,
    @Arg('input', () => RequestPasswordResetInput, { description: 'Whose password.' })
    input: RequestPasswordResetInput,
  ): Promise<RequestPasswordResetPayload> {
    return mutate<RequestPasswordResetPayload>(input, async () => {
      await requestPasswordReset(ctx, input.email);
      return { success: true };
    });
  }

  @Mutation(() => ResetPasswordPayload, {
    nullable: true,
    description:
      'Sets a new password with the token of the mail. All sessions of the account end, and its address counts as verified.',
  })
  @Directive('@rateLimit(limit: 5, duration: 900)')
  @Extensions(IGNORES_STALE_TOKEN)
  resetPassword(
    @Ctx() ctx: Context,
    @Arg('input', () => ResetPasswordInput, { description: 'Token and password.' }) input: ResetPasswordInput,
  ): Promise<ResetPasswordPayload> {
    return mutate<ResetPasswordPayload>(input, async () => {
      await resetPassword(ctx, this.services.passwords, input);
      return { success: true };
    });
  }
}
