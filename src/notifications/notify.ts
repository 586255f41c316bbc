import type { EntityManager } from '@mikro-orm/postgresql';
import { Notification, type NotificationType } from './notification.entity.js';

interface News {
  userId: string;
  type: NotificationType;
  jobId?: string;
  applicationId?: string;
  /** Facts for the client to put into words, such as the new status. */
  payload?: Record<string, string>;
  at: Date;
}

/** Writes a notification in the transaction of the event it tells of. */
export function notify(em: EntityManager, { userId, type, jobId, applicationId, payload, at }: News): void {
  em.create(Notification, {
    userId,
    type,
    jobId: jobId ?? null,
    applicationId: applicationId ?? null,
    payload: payload ?? {},
    readAt: null,
    createdAt: at,
  });
}
