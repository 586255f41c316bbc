import type { EntityManager } from '@mikro-orm/postgresql';
import { Employer } from '../employers/employer.entity.js';
import { NotificationType } from '../notifications/notification.entity.js';
import { notify } from '../notifications/notify.js';
import type { Application } from './application.entity.js';

/** Tells the author of the job about an application to it, unless they have left the company or are gone altogether. */
export async function notifyAuthor(
  em: EntityManager,
  application: Application,
  ...news: AuthorNews
): Promise<void> {
  const { employerId, companyId } = application;
  if (employerId === null) return;
  const author = await em.findOne(Employer, { id: employerId, companyId });
  if (author) await notifyAs(author.userId, em, application, ...news);
}

/** The same, when it is known who the author is. */
export async function notifyAs(
  userId: string,
  em: EntityManager,
  { id: applicationId, jobId }: Application,
  ...[type, payload, at]: AuthorNews
): Promise<void> {
  await notify(em, at, [{ userId, type: NotificationType[type], jobId, applicationId, payload }]);
}

type AuthorNews = [type: 'NEW_APPLICATION' | 'STATUS_CHANGE', payload: Record<string, string>, at: Date];
