import { sql } from 'kysely';
import { addTime, DAY } from '../platform/clock.js';
import type { Database } from '../platform/database/database.js';

/** How long a session is kept after its end, for whoever asks what happened to an account. */
const KEPT = 30 * DAY;

/** Small enough that a batch holds its locks for milliseconds only. */
const BATCH = 1000;

/**
 * Deletes sessions that ended more than 30 days ago, in batches; of several processes each takes others. A session
 * that was revoked counts from when it would have expired, which is at most a week later.
 *
 * @returns how many were deleted
 */
export async function forgetOldSessions(db: Database, now: Date): Promise<number> {
  const before = addTime(now, -KEPT);
  for (let total = 0; ;) {
    const deleted = await db.rows(sql<{ id: string }>`
      delete from sessions where id in (
        select s.id from sessions s where s.idle_expires_at <= ${before}
        order by s.idle_expires_at limit ${BATCH} for update skip locked
      )
      returning id`);
    total += deleted.length;
    if (deleted.length < BATCH) return total;
  }
}
