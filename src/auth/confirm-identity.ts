import { sql } from 'kysely';
import type { Context } from '../graphql/context.js';
import { refusal, UserErrorCode, type Refusal } from '../graphql/user-error.js';
import type { Viewer } from '../graphql/viewer.js';
import { MINUTE } from '../platform/clock.js';
import type { Account } from './lock-account.js';
import type { Passwords } from './passwords.js';

/** Whoever signed in this recently has just shown who they are. */
const FRESH_SIGN_IN = 10 * MINUTE;

/** An account as it was when its user proved to be who they are. */
export interface Confirmed {
  /** What a transaction that builds on the proof has to find unchanged. */
  passwordHash: string | null;
}

/**
 * Makes sure that it is the user who acts, and not somebody at a device they left or with a token they lost: by their
 * password, or, for an account without one, by a sign-in of the last minutes. Asked before whatever cannot be undone.
 */
export async function confirmIdentity(
  ctx: Context,
  passwords: Passwords,
  viewer: Viewer,
  currentPassword: string | null | undefined,
): Promise<Confirmed> {
  const account = await ctx.db.row(sql<{ passwordHash: string | null; signedInAt: Date }>`
    select u.password_hash as "passwordHash", s.created_at as "signedInAt"
    from users u join sessions s on s.user_id = u.id
    where u.id = ${viewer.userId} and s.id = ${viewer.sessionId}`);
  const passwordHash = account?.passwordHash ?? null;
  if (passwordHash === null) {
    const age = ctx.clock.now().getTime() - (account?.signedInAt.getTime() ?? 0);
    if (age > FRESH_SIGN_IN) throw freshSignInRequired();
  } else if (!(await passwords.matches(currentPassword ?? '', passwordHash))) {
    throw wrongPassword();
  }
  return { passwordHash };
}

/** To be asked of the locked account: checking takes long enough for another password to be set meanwhile. */
export function checkStillConfirmed({ passwordHash }: Confirmed, account: Account | null): void {
  if (account?.passwordHash !== passwordHash) throw wrongPassword();
}

function wrongPassword(): Refusal {
  return refusal(UserErrorCode.INVALID_CREDENTIALS, 'currentPassword', 'This is not your password.');
}

function freshSignInRequired(): Refusal {
  return refusal(
    UserErrorCode.FRESH_SIGN_IN_REQUIRED,
    null,
    'Your account has no password: sign in again, and repeat this within 10 minutes.',
  );
}
