import { sql } from 'kysely';
import type { Context } from '../graphql/context.js';
import type { Viewer } from '../graphql/viewer.js';
import { ownNotifications } from './notification.policy.js';

/** How many notifications the viewer has not read. */
export async function countUnread({ db }: Context, viewer: Viewer): Promise<number> {
  const row = await db.row(sql<{ count: number }>`
    select count(*)::int as count from notifications n where ${ownNotifications(viewer)} and n.read_at is null`);
  return row?.count ?? 0;
}
