import type { Context } from '../graphql/context.js';
import { inputUuid } from '../graphql/ids.js';
import { refusal, UserErrorCode } from '../graphql/user-error.js';
import type { Viewer } from '../graphql/viewer.js';
import { endSession } from './end-session.js';
import { SessionEnd } from './session.entity.js';

/** Ends one of the viewer's sessions; the one this request belongs to is signed out. */
export async function revokeSession(ctx: Context, viewer: Viewer, id: string): Promise<void> {
  const sessionId = inputUuid('Session', 'sessionId', id);
  const reason = sessionId === viewer.sessionId ? SessionEnd.SIGNED_OUT : SessionEnd.REVOKED;
  const hasEnded = await ctx.db.transaction((em) =>
    endSession(em, { userId: viewer.userId, sessionId }, reason, ctx.clock.now()),
  );
  if (!hasEnded) throw refusal(UserErrorCode.NOT_FOUND, 'sessionId', 'Session not found.');
}
