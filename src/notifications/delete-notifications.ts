import { sql } from 'kysely';
import type { Context } from '../graphql/context.js';
import { inputUuid } from '../graphql/ids.js';
import { refusal, UserErrorCode } from '../graphql/user-error.js';
import type { Viewer } from '../graphql/viewer.js';
import type { NotificationIdInput } from './notification.inputs.js';
import { ownNotifications } from './notification.policy.js';

/** Deletes a notification of the viewer and answers its id. */
export async function deleteNotification(
  { db }: Context,
  viewer: Viewer,
  { notificationId }: NotificationIdInput,
): Promise<string> {
  const id = inputUuid('Notification', 'notificationId', notificationId);
  const deleted = await db.row(sql<{ id: string }>`
    delete from notifications n where n.id = ${id} and ${ownNotifications(viewer)} returning n.id`);
  if (!deleted) throw refusal(UserErrorCode.NOT_FOUND, 'notificationId', 'Notification not found.');
  return notificationId;
}

/**
 * Deletes all that the viewer has read.
 *
 * @returns how many there were
 */
export async function deleteReadNotifications({ db }: Context, viewer: Viewer): Promise<number> {
  const row = await db.row(sql<{ count: number }>`
    with deleted as (
      delete from notifications n where ${ownNotifications(viewer)} and n.read_at is not null returning n.id
    )
    select count(*)::int as count from deleted`);
  return row?.count ?? 0;
}
