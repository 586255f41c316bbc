import type { EntityManager } from '@mikro-orm/postgresql';
import { announceNotifications } from './announce-notifications.js';
import { Notification, type NotificationType } from './notification.entity.js';

interface News {
  userId: string;
  type: NotificationType;
  jobId?: string;
  applicationId?: string;
  /** Facts for the client to put into words, such as the new status. */
  payload?: Record<string, string>;
}

/**
 * Writes notifications in the transaction of the event they tell of, and the job that tells the clients which listen:
 * one for all of them, however many there are.
 */
export async function notify(em: EntityManager, at: Date, news: readonly News[]): Promise<void> {
  if (news.length === 0) return;
  const written = news.map((one) => writeNotification(em, one, at));
  await announceNotifications.add(em, {
    ids: written.map(({ userId, id }) => [userId, id]),
    at: at.toISOString(),
  });
}

function writeNotification(
  em: EntityManager,
  { userId, type, jobId, applicationId, payload }: News,
  at: Date,
): Notification {
  return em.create(Notification, {
    userId,
    type,
    jobId: jobId ?? null,
    applicationId: applicationId ?? null,
    payload: payload ?? {},
    readAt: null,
    createdAt: at,
  });
}
