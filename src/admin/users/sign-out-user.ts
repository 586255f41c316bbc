import { endSessionsOf } from '../../auth/end-sessions-of.js';
import { SessionEnd } from '../../auth/session.entity.js';
import type { Context } from '../../graphql/context.js';
import type { AdminViewer } from '../../graphql/viewer.js';
import { recordAudit } from '../record-audit.js';
import { lockOtherUser } from './lock-other-user.js';
import type { UserIdInput } from './user-admin.inputs.js';

/**
 * Ends every session of somebody, who may sign in again.
 *
 * @returns how many ended
 */
export function signOutUser(ctx: Context, viewer: AdminViewer, { userId }: UserIdInput): Promise<number> {
  return ctx.db.transaction(async (em) => {
    const { id } = await lockOtherUser(em, viewer, userId);
    recordAudit(ctx, em, { action: 'USER_SIGNED_OUT', subjectType: 'User', subjectId: id });
    return endSessionsOf(em, id, SessionEnd.REVOKED, ctx.clock.now());
  });
}
