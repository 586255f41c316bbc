import type { Context } from '../graphql/context.js';
import type { Viewer } from '../graphql/viewer.js';
import { endSession } from './end-session.js';
import { SessionEnd } from './session.entity.js';

/** Ends the session this request belongs to. */
export async function signOut(ctx: Context, viewer: Viewer): Promise<boolean> {
  return ctx.db.transaction((em) => endSession(em, viewer, SessionEnd.SIGNED_OUT, ctx.clock.now()));
}
