import { Arg, Ctx, Directive, Extensions, Mutation, Resolver } from 'type-graphql';
import { anyUser } from '../../graphql/authorize.js';
import type { Context } from '../../graphql/context.js';
import { mutate } from '../../graphql/mutation.js';
import { IGNORES_STALE_TOKEN } from '../../graphql/stale-token.js';
import type { AuthServices } from '../auth-services.js';
import { changeEmail } from './change-email.js';
import { ChangeEmailInput, VerifyEmailInput } from './email.inputs.js';
import { ChangeEmailPayload, RequestEmailVerificationPayload, VerifyEmailPayload } from './email.payloads.js';
import { requestEmailVerification } from './request-email-verification.js';
import { verifyEmail } from './verify-email.js';

@Resolver()
export class EmailResolver {
  constructor(private readonly services: AuthServices) {}

  @Mutation(() => ChangeEmailPayload, {
    nullable: true,
    description:
      'Sends a mail to a new address of the viewer; the change takes effect when the link in it is followed. The present address is told.',
  })
  @Directive('@rateLimit(limit: 5, duration: 900)')
  changeEmail(
    @Ctx() ctx: Context,
    @Arg('input', () => ChangeEmailInput, { description: 'The new address.' }) input: ChangeEmailInput,
  ): Promise<ChangeEmailPayload> {
    const viewer = anyUser(ctx);
    return mutate<ChangeEmailPayload>(input, async () => {
      await changeEmail(ctx, this.services.passwords, viewer, input);
      return { pendingEmail: input.newEmail };
    });
  }

  @Mutation(() => VerifyEmailPayload, {
    nullable: true,
    description: 'Confirms an address with the token that was mailed to it, signed in or not.',
  })
  @Directive('@rateLimit(limit: 10, duration: 900)')
  @Extensions(IGNORES_STALE_TOKEN)
  verifyEmail(
    @Ctx() ctx: Context,
    @Arg('input', () => VerifyEmailInput, { description: 'The token.' }) input: VerifyEmailInput,
  ): Promise<VerifyEmailPayload> {
    return mutate<VerifyEmailPayload>(input, async () => ({ email: await verifyEmail(ctx, input.token) }));
  }

  @Mutation(() => RequestEmailVerificationPayload, {
    nullable: true,
    description:
      "Sends the viewer's address another mail to verify it with, in place of the one that followed the sign-up.",
  })
  @Directive('@rateLimit(limit: 3, duration: 3600)')
  async requestEmailVerification(@Ctx() ctx: Context): Promise<RequestEmailVerificationPayload> {
    return { isSent: await requestEmailVerification(ctx, anyUser(ctx)) };
  }
}
