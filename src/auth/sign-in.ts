import type { Context } from '../graphql/context.js';
import { refusal, UserErrorCode, type Refusal } from '../graphql/user-error.js';
import type { SignInInput } from './auth.inputs.js';
import type { AuthServices } from './auth-services.js';
import { findAccount } from './find-account.js';
import { lockAccount } from './lock-account.js';
import { startSession, type SignedIn } from './start-session.js';

/** Opens a session for whoever knows the password. Unknown e-mail and wrong password look alike, also in time. */
export async function signIn(
  ctx: Context,
  { passwords, tokens, signInGuard }: AuthServices,
  input: SignInInput,
): Promise<SignedIn> {
  const { user, ...target } = await findAccount(ctx, input.email);
  const matches = await signInGuard.check(ctx, target, () =>
    passwords.matches(input.password, user?.passwordHash),
  );
  if (!user || !matches) throw invalidCredentials();
  return ctx.db.transaction(async (em) => {
    // Comparing takes long enough for the password to be changed, or the account to be handed over, meanwhile.
    const account = await lockAccount(em, user.id);
    if (account?.passwordHash !== user.passwordHash) throw invalidCredentials();
    return startSession(ctx, em, tokens, user);
  });
}

function invalidCredentials(): Refusal {
  return refusal(UserErrorCode.INVALID_CREDENTIALS, null, 'Unknown e-mail address or wrong password.');
}
