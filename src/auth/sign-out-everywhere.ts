import type { Context } from '../graphql/context.js';
import type { Viewer } from '../graphql/viewer.js';
import { endSessionsOf } from './end-sessions-of.js';
import { SessionEnd } from './session.entity.js';
import { SignOutScope } from './session.inputs.js';

/**
 * Ends the viewer's other sessions, or all of them.
 *
 * @returns how many ended
 */
export function signOutEverywhere(ctx: Context, viewer: Viewer, scope: SignOutScope): Promise<number> {
  const now = ctx.clock.now();
  return ctx.db.transaction((em) =>
    scope === SignOutScope.ALL
      ? endSessionsOf(em, viewer.userId, SessionEnd.SIGNED_OUT, now)
      : endSessionsOf(em, viewer.userId, SessionEnd.REVOKED, now, { except: viewer.sessionId }),
  );
}
