import { sql } from 'kysely';
import { defineLoader, inOrderOf } from '../graphql/loader.js';
import { isLive } from './live-sessions.js';
import { Session } from './session.entity.js';

/** Live sessions by id, of whomever: whether the viewer may see one is for session.policy.ts to say. */
export const liveSessionById = defineLoader<string, Session | null>(async ({ db, clock }, ids) => {
  const rows = await db.rows(sql<Session>`
    select ${db.columns.list(Session, 's')} from sessions s
    where s.id = any(${ids}::uuid[]) and ${isLive('s', clock.now())}`);
  return inOrderOf(ids, rows, (row) => row.id);
});
