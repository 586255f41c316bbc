import type { Context } from '../../graphql/context.js';
import type { AdminViewer } from '../../graphql/viewer.js';
import type { User } from '../../users/user.entity.js';
import { recordAudit } from '../record-audit.js';
import { lockOtherUser } from './lock-other-user.js';
import type { UserIdInput } from './user-admin.inputs.js';

/** Lets somebody in again who was deactivated. Their sessions stay ended. Doing it again changes nothing. */
export function activateUser(ctx: Context, viewer: AdminViewer, { userId }: UserIdInput): Promise<User> {
  return ctx.db.transaction(async (em) => {
    const user = await lockOtherUser(em, viewer, userId);
    if (user.isActive) return user;
    em.assign(user, { isActive: true, updatedAt: ctx.clock.now() });
    recordAudit(ctx, em, { action: 'USER_ACTIVATED', subjectType: 'User', subjectId: user.id });
    return user;
  });
}
