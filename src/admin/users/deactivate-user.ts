import { cancelPendingLinks } from '../../auth/cancel-pending-links.js';
import { endSessionsOf } from '../../auth/end-sessions-of.js';
import { SessionEnd } from '../../auth/session.entity.js';
import type { Context } from '../../graphql/context.js';
import type { AdminViewer } from '../../graphql/viewer.js';
import type { User } from '../../users/user.entity.js';
import { recordAudit } from '../record-audit.js';
import { lockOtherUser } from './lock-other-user.js';
import type { DeactivateUserInput } from './user-admin.inputs.js';

/**
 * Shuts somebody out until they are activated again: their sessions end, the links of their mails lead nowhere, and no
 * sign-in is accepted. Nothing is deleted. Doing it again changes nothing.
 */
export function deactivateUser(
  ctx: Context,
  viewer: AdminViewer,
  { userId, reason }: DeactivateUserInput,
): Promise<User> {
  return ctx.db.transaction(async (em) => {
    const user = await lockOtherUser(em, viewer, userId);
    if (!user.isActive) return user;
    const now = ctx.clock.now();
    em.assign(user, { isActive: false, updatedAt: now });
    await endSessionsOf(em, user.id, SessionEnd.DEACTIVATED, now);
    await cancelPendingLinks(em, user.id);
    recordAudit(ctx, em, {
      action: 'USER_DEACTIVATED',
      subjectType: 'User',
      subjectId: user.id,
      details: reason == null ? {} : { reason },
    });
    return user;
  });
}
