import type { Context } from '../graphql/context.js';
import type { Notification } from './notification.entity.js';
import { notificationById } from './notification.loaders.js';
import { isOwn } from './notification.policy.js';

/** A notification of the viewer; null for anybody else's, as if it did not exist. */
export async function findOwnNotification(ctx: Context, id: string): Promise<Notification | null> {
  const notification = await notificationById(ctx).load(id);
  return notification && isOwn(ctx.viewer, notification) ? notification : null;
}
