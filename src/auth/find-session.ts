import { sql } from 'kysely';
import type { Context } from '../graphql/context.js';
import { User } from '../users/user.entity.js';
import { Session } from './session.entity.js';

export type SessionWithUser = Session & { user: User };

/** A session and its user, dead or alive. */
export async function findSession(
  ctx: Context,
  sessionId: string,
  userId: string,
): Promise<SessionWithUser | null> {
  const row = await ctx.db.row(
    sql<Session & { user: Record<string, unknown> }>`
      select ${ctx.db.columns.list(Session, 's')}, ${ctx.db.columns.json(User, 'u')} as "user"
      from sessions s join users u on u.id = s.user_id
      where s.id = ${sessionId} and s.user_id = ${userId}`,
  );
  return row ? Object.assign(row, { user: ctx.db.columns.revive(User, row.user) }) : null;
}
