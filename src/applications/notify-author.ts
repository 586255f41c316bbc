import type { EntityManager } from '@mikro-orm/postgresql';
import { Employer } from '../employers/employer.entity.js';
import { NotificationType } from '../notifications/notification.entity.js';
import { notify } from '../notifications/notify.js';
import type { Application } from './application.entity.js';

/** Tells the author of the job about an application to it, unless they have left the company or are gone altogether. */
export async function notifyAuthor(
  em: EntityManager,
  application: Application,
  type: 'NEW_APPLICATION' | 'STATUS_CHANGE',
  payload: Record<string, string>,
  at: Date,
): Promise<void> {
  if (application.employerId === null) return;
  const author = await em.findOne(Employer, {
    id: application.employerId,
    companyId: application.companyId,
  });
  if (!author) return;
  const { id: applicationId, jobId } = application;
  const { userId } = author;
  await notify(em, at, [{ userId, type: NotificationType[type], jobId, applicationId, payload }]);
}
