import { sql } from 'kysely';
import { addTime, MINUTE } from '../platform/clock.js';
import type { Database } from '../platform/database/database.js';
import type { Log } from '../platform/request-log.js';
import type { Presence } from './find-viewer.js';

/** How exactly the last use of a session is known: a write for each request would cost more than the request. */
const PRECISION = 10 * MINUTE;

/**
 * Remembers when and from where an access token was used, unless that was done a moment ago. It keeps nobody waiting:
 * a session somebody else is writing to is skipped, and a failure is only logged. Being used does not put off the
 * session's end; a refresh does.
 */
export async function noteSessionUse(
  db: Database,
  log: Log,
  { viewer, lastUsedAt }: Presence,
  { ip, now }: { ip: string; now: Date },
): Promise<void> {
  const due = addTime(now, -PRECISION);
  if (lastUsedAt > due) return;
  try {
    await db.rows(sql`
      update sessions set last_used_at = ${now}, ip = ${ip}
      where id = (
        select s.id from sessions s
        where s.id = ${viewer.sessionId} and s.last_used_at <= ${due} and s.revoked_at is null
        for update skip locked
      )`);
  } catch (error) {
    log.warn({ err: error }, 'the use of a session could not be noted');
  }
}
