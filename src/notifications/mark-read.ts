import { sql } from 'kysely';
import type { Context } from '../graphql/context.js';
import { inputUuid } from '../graphql/ids.js';
import { refusal, UserErrorCode } from '../graphql/user-error.js';
import type { Viewer } from '../graphql/viewer.js';
import type { NotificationIdInput } from './notification.inputs.js';
import { Notification } from './notification.entity.js';
import { ownNotifications } from './notification.policy.js';

/** Marks a notification of the viewer as read. One read already keeps the time it was read first. */
export async function markNotificationRead(
  { db, clock }: Context,
  viewer: Viewer,
  input: NotificationIdInput,
): Promise<Notification> {
  const id = inputUuid('Notification', 'notificationId', input.notificationId);
  const notification = await db.row(sql<Notification>`
    update notifications n set read_at = coalesce(n.read_at, ${clock.now()})
    where n.id = ${id} and ${ownNotifications(viewer)}
    returning ${db.columns.list(Notification, 'n')}`);
  if (!notification) throw refusal(UserErrorCode.NOT_FOUND, 'notificationId', 'Notification not found.');
  return notification;
}

/**
 * Marks all that the viewer has not read.
 *
 * @returns how many there were
 */
export async function markAllNotificationsRead({ db, clock }: Context, viewer: Viewer): Promise<number> {
  const row = await db.row(sql<{ count: number }>`
    with marked as (
      update notifications n set read_at = ${clock.now()}
      where ${ownNotifications(viewer)} and n.read_at is null
      returning n.id
    )
    select count(*)::int as count from marked`);
  return row?.count ?? 0;
}
