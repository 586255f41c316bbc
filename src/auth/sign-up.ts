import type { Context } from '../graphql/context.js';
import { violatesUnique } from '../platform/database/violations.js';
import type { SignUpInput } from './auth.inputs.js';
import { askToConfirm } from './email/ask-to-confirm.js';
import { createAccount, EMAIL_UNIQUE, emailTaken } from './create-account.js';
import { checkNewPassword } from './password-rules.js';
import type { AuthServices } from './auth-services.js';
import { startSession, type SignedIn } from './start-session.js';

/** Makes a user, the profile of their role and a session, all or nothing; their address is asked to confirm. */
export async function signUp(
  ctx: Context,
  { passwords, tokens }: AuthServices,
  input: SignUpInput,
): Promise<SignedIn> {
  checkNewPassword(input.password, 'password');
  const passwordHash = await passwords.hash(input.password);
  const { email, firstName, lastName, role } = input;
  const now = ctx.clock.now();
  try {
    return await ctx.db.transaction(async (em) => {
      const account = { email, firstName, lastName, role, passwordHash, emailVerifiedAt: null };
      const user = createAccount(em, account, now);
      await askToConfirm(ctx, em, { userId: user.id, email, oldEmail: null });
      return startSession(ctx, em, tokens, user);
    });
  } catch (error) {
    if (!violatesUnique(error, EMAIL_UNIQUE)) throw error;
    throw emailTaken('email');
  }
}
