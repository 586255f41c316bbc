import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { executeIn } from '../platform/database/database.js';
import { announceEndedSessions } from './announce-ended-sessions.js';
import { isLive } from './live-sessions.js';
import type { SessionEnd } from './session.entity.js';

/** Ends a session of a user for good; false when they have no such session, or it had ended already. */
export async function endSession(
  em: EntityManager,
  { userId, sessionId }: { userId: string; sessionId: string },
  reason: SessionEnd,
  now: Date,
): Promise<boolean> {
  const ended = await executeIn(
    em,
    sql<{ id: string }>`
      update sessions s set revoked_at = ${now}, revoked_reason = ${reason}
      where s.id = ${sessionId} and s.user_id = ${userId} and ${isLive('s', now)}
      returning s.id`,
  );
  if (ended.length === 0) return false;
  await announceEndedSessions.add(em, { userId });
  return true;
}
