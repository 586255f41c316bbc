import type { Context } from '../../graphql/context.js';
import type { Viewer } from '../../graphql/viewer.js';
import { checkStillConfirmed, confirmIdentity } from '../confirm-identity.js';
import type { Passwords } from '../passwords.js';
import { lockLeaver } from './lock-leaver.js';
import { removeAccount } from './remove-account.js';

/** Deletes the viewer's account with everything that belongs to it. */
export async function deleteAccount(
  ctx: Context,
  passwords: Passwords,
  viewer: Viewer,
  currentPassword: string | null | undefined,
): Promise<void> {
  const confirmed = await confirmIdentity(ctx, passwords, viewer, currentPassword);
  await ctx.db.transaction(async (em) => {
    checkStillConfirmed(confirmed, await lockLeaver(em, viewer));
    await removeAccount(ctx, em, viewer, 'ACCOUNT_DELETED');
  });
}
