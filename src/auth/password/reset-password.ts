import { sql } from 'kysely';
import type { Context } from '../../graphql/context.js';
import { executeIn } from '../../platform/database/database.js';
import { findMailedToken, mailedTokenInvalid } from '../find-mailed-token.js';
import { lockAccount } from '../lock-account.js';
import { checkNewPassword } from '../password-rules.js';
import type { Passwords } from '../passwords.js';
import type { ResetPasswordInput } from './password.inputs.js';
import { setPassword } from './set-password.js';

/**
 * Sets a new password for whoever can read the mails of the account's address, and ends all its sessions. That they
 * can read them also confirms the address.
 */
export async function resetPassword(
  ctx: Context,
  passwords: Passwords,
  { token, newPassword }: ResetPasswordInput,
): Promise<void> {
  checkNewPassword(newPassword, 'newPassword');
  const { id, userId } = await findMailedToken(ctx, 'password_resets', token);
  const passwordHash = await passwords.hash(newPassword);
  const now = ctx.clock.now();
  await ctx.db.transaction(async (em) => {
    await lockAccount(em, userId);
    const used = await executeIn(
      em,
      sql`update password_resets set used_at = ${now}
        where id = ${id} and used_at is null and expires_at > ${now} returning id`,
    );
    if (used.length === 0) throw mailedTokenInvalid();
    await executeIn(
      em,
      sql`update users set email_verified_at = coalesce(email_verified_at, ${now}) where id = ${userId}`,
    );
    await setPassword(ctx, em, { userId, passwordHash });
  });
}
