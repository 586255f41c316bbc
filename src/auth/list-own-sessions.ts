import { sql } from 'kysely';
import type { Context } from '../graphql/context.js';
import type { Viewer } from '../graphql/viewer.js';
import { isLive } from './live-sessions.js';
import { Session } from './session.entity.js';

/** The viewer's live sessions, newest use first. There are never so many that they need pages. */
export function listOwnSessions({ db, clock }: Context, viewer: Viewer): Promise<Session[]> {
  return db.rows(sql<Session>`
    select ${db.columns.list(Session, 's')} from sessions s
    where s.user_id = ${viewer.userId} and ${isLive('s', clock.now())}
    order by s.last_used_at desc, s.id desc`);
}
