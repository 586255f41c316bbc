import { sql, type RawBuilder } from 'kysely';
import type { Viewer } from '../graphql/viewer.js';
import type { Notification } from './notification.entity.js';

/** A notification is for one user; nobody else sees or touches it, administrators included. */
export function isOwn(viewer: Viewer | null, notification: Notification): boolean {
  return viewer?.userId === notification.userId;
}

/** The same as isOwn, for statements; the notifications table is `n` in them. */
export function ownNotifications(viewer: Viewer): RawBuilder<unknown> {
  return sql`n.user_id = ${viewer.userId}`;
}
