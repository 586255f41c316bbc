import type { EntityManager } from '@mikro-orm/postgresql';
import { Session, type SessionEnd } from './session.entity.js';

/** Ends a session for good; false when it had ended already. */
export async function endSession(
  em: EntityManager,
  sessionId: string,
  reason: SessionEnd,
  now: Date,
): Promise<boolean> {
  const ended = await em.nativeUpdate(
    Session,
    { id: sessionId, revokedAt: null },
    { revokedAt: now, revokedReason: reason },
  );
  return ended === 1;
}
