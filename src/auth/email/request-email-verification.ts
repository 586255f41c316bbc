import type { Context } from '../../graphql/context.js';
import type { Viewer } from '../../graphql/viewer.js';
import { User } from '../../users/user.entity.js';
import { EmailConfirmation } from '../email-confirmation.entity.js';
import { lockAccount } from '../lock-account.js';
import { askToConfirm } from './ask-to-confirm.js';

/**
 * Sends the viewer's address another mail to verify it with; the earlier ones lead nowhere from then on.
 *
 * @returns false when it is verified already
 */
export function requestEmailVerification(ctx: Context, { userId }: Viewer): Promise<boolean> {
  return ctx.db.transaction(async (em) => {
    await lockAccount(em, userId);
    const user = await em.findOneOrFail(User, userId);
    if (user.emailVerifiedAt) return false;
    await em.nativeDelete(EmailConfirmation, { userId, usedAt: null, oldEmail: null });
    await askToConfirm(ctx, em, { userId, email: user.email, oldEmail: null });
    return true;
  });
}
