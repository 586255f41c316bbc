import { recordAudit } from '../admin/record-audit.js';
import type { Context } from '../graphql/context.js';
import { NotificationType } from '../notifications/notification.entity.js';
import { notify } from '../notifications/notify.js';
import { endSession } from './end-session.js';
import { lockAccount } from './lock-account.js';
import { SessionEnd, type Session } from './session.entity.js';

/** Somebody presented a refresh token that was used up: end the session, remember it, and tell the user. */
export async function endStolenSession(ctx: Context, { id: sessionId, userId }: Session): Promise<void> {
  await ctx.db.transaction(async (em) => {
    const now = ctx.clock.now();
    // First the account, then its sessions, as everybody does: the notification locks the user too.
    await lockAccount(em, userId);
    if (!(await endSession(em, { userId, sessionId }, SessionEnd.TOKEN_REUSED, now))) return;
    recordAudit(ctx, em, { action: 'SESSION_TOKEN_REUSED', subjectType: 'Session', subjectId: sessionId });
    const payload = { event: 'SESSION_TOKEN_REUSED' };
    await notify(em, now, [{ userId, type: NotificationType.SYSTEM, payload }]);
  });
  ctx.log.warn({ sessionId }, 'a used refresh token came back; its session was ended');
}
