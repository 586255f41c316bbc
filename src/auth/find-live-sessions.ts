import { sql } from 'kysely';
import type { Database } from '../platform/database/database.js';
import { isLive } from './live-sessions.js';

/** Which of some sessions still open the door: live ones of active users. One statement, however many there are. */
export async function findLiveSessions(
  db: Database,
  sessionIds: readonly string[],
  now: Date,
): Promise<Set<string>> {
  if (sessionIds.length === 0) return new Set();
  const rows = await db.rows(sql<{ id: string }>`
    select s.id from sessions s join users u on u.id = s.user_id
    where s.id = any(${sessionIds}::uuid[]) and ${isLive('s', now)} and u.is_active`);
  return new Set(rows.map(({ id }) => id));
}
