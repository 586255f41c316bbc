import type { Context } from '../graphql/context.js';
import type { Session } from './session.entity.js';
import { liveSessionById } from './session.loaders.js';
import { maySeeSession } from './session.policy.js';

/** A live session of the viewer; null for anybody else's, as if it did not exist. */
export async function findOwnSession(ctx: Context, id: string): Promise<Session | null> {
  const session = await liveSessionById(ctx).load(id);
  return session && maySeeSession(ctx.viewer, session) ? session : null;
}
