import { sql } from 'kysely';
import type { Context } from '../graphql/context.js';
import { refusal, UserErrorCode } from '../graphql/user-error.js';
import { User } from '../users/user.entity.js';
import type { SignInInput } from './auth.inputs.js';
import type { AuthServices } from './auth-services.js';
import { startSession, type SignedIn } from './start-session.js';

/** Opens a session for whoever knows the password. Unknown e-mail and wrong password look alike, also in time. */
export async function signIn(
  ctx: Context,
  { passwords, tokens }: AuthServices,
  input: SignInInput,
): Promise<SignedIn> {
  const user = await ctx.db.row(
    sql<User>`select ${ctx.db.columns.list(User, 'u')} from users u where u.email = ${input.email}`,
  );
  const matches = await passwords.matches(input.password, user?.passwordHash);
  if (!user || !matches) {
    throw refusal(UserErrorCode.INVALID_CREDENTIALS, null, 'Unknown e-mail address or wrong password.');
  }
  if (!user.isActive) {
    throw refusal(UserErrorCode.ACCOUNT_DEACTIVATED, null, 'This account has been deactivated.');
  }
  return ctx.db.transaction((em) => startSession(ctx, em, tokens, user));
}
