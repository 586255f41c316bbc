import { sql } from 'kysely';
import type { Connection } from '../graphql/connection.js';
import type { Context } from '../graphql/context.js';
import { fetchPage } from '../graphql/fetch-page.js';
import { highestFirst } from '../graphql/order.js';
import { sliceOf } from '../graphql/page-args.js';
import type { Viewer } from '../graphql/viewer.js';
import type { NotificationListArgs } from './notification-list.args.js';
import { Notification } from './notification.entity.js';
import { ownNotifications } from './notification.policy.js';

const NEWEST = highestFirst('newest', sql`n.created_at`, 'timestamptz', 'n');

/** A page of what the viewer was told, newest first. */
export function listNotifications(
  ctx: Context,
  viewer: Viewer,
  args: NotificationListArgs,
  withTotal: boolean,
): Promise<Connection<Notification>> {
  return fetchPage<Notification>(ctx.db, {
    columns: ctx.db.columns.list(Notification, 'n'),
    from: sql`notifications n`,
    where: [
      ownNotifications(viewer),
      ...(args.unreadOnly ? [sql`n.read_at is null`] : []),
      ...(args.type ? [sql`n.type = any(${args.type})`] : []),
    ],
    order: NEWEST,
    slice: sliceOf(args),
    withTotal,
  });
}
