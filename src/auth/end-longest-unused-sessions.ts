import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { executeIn } from '../platform/database/database.js';
import { isLive } from './live-sessions.js';
import { SessionEnd } from './session.entity.js';

/** More devices than anybody signs in on; a session nobody remembers should not stay open for weeks. */
const MAX_LIVE_SESSIONS = 10;

/** Makes room for one more session of a user whose account is locked, by ending those used longest ago. */
export async function endLongestUnusedSessions(em: EntityManager, userId: string, now: Date): Promise<void> {
  await executeIn(
    em,
    sql`
      update sessions set revoked_at = ${now}, revoked_reason = ${SessionEnd.LIMIT_REACHED}
      where revoked_at is null and id in (
        select s.id from sessions s
        where s.user_id = ${userId} and ${isLive('s', now)}
        order by s.last_used_at desc, s.id desc
        offset ${MAX_LIVE_SESSIONS - 1}
      )`,
  );
}
