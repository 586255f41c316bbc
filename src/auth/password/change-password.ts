import type { Context } from '../../graphql/context.js';
import type { Viewer } from '../../graphql/viewer.js';
import { checkStillConfirmed, confirmIdentity } from '../confirm-identity.js';
import { lockAccount } from '../lock-account.js';
import { checkNewPassword } from '../password-rules.js';
import type { Passwords } from '../passwords.js';
import type { ChangePasswordInput } from './password.inputs.js';
import { setPassword } from './set-password.js';

/**
 * Gives the viewer another password, or a first one. All their other sessions end.
 *
 * @returns how many ended
 */
export async function changePassword(
  ctx: Context,
  passwords: Passwords,
  viewer: Viewer,
  { currentPassword, newPassword }: ChangePasswordInput,
): Promise<number> {
  checkNewPassword(newPassword, 'newPassword');
  const confirmed = await confirmIdentity(ctx, passwords, viewer, currentPassword);
  const passwordHash = await passwords.hash(newPassword);
  const { userId, sessionId } = viewer;
  return ctx.db.transaction(async (em) => {
    checkStillConfirmed(confirmed, await lockAccount(em, userId));
    return setPassword(ctx, em, { userId, passwordHash, keptSession: sessionId });
  });
}
