import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { executeIn } from '../platform/database/database.js';
import { announceEndedSessions } from './announce-ended-sessions.js';
import { isLive } from './live-sessions.js';
import { lockAccount } from './lock-account.js';
import type { SessionEnd } from './session.entity.js';

/**
 * Ends every live session of a user, or all but one. A sign-in under way is not missed: either it has its session by
 * now and that ends too, or it waits for this transaction and then finds the account as this leaves it.
 *
 * @returns how many ended
 */
export async function endSessionsOf(
  em: EntityManager,
  userId: string,
  reason: SessionEnd,
  now: Date,
  { except }: { except?: string } = {},
): Promise<number> {
  await lockAccount(em, userId);
  const ended = await executeIn(
    em,
    sql<{ id: string }>`
      update sessions s set revoked_at = ${now}, revoked_reason = ${reason}
      where s.user_id = ${userId} and ${isLive('s', now)}
        and s.id is distinct from ${except ?? null}::uuid
      returning s.id`,
  );
  if (ended.length > 0) await announceEndedSessions.add(em, { userId });
  return ended.length;
}
