import type { EntityManager } from '@mikro-orm/postgresql';
import { Candidate } from '../candidates/candidate.entity.js';
import { NotificationType } from '../notifications/notification.entity.js';
import { notify } from '../notifications/notify.js';
import type { Application } from './application.entity.js';
import type { ApplicationStatus } from './application.enums.js';

/** An application as it is now, and where it stood before. */
export interface Moved {
  application: Application;
  from: ApplicationStatus;
}

/** Tells each candidate of what the company has just decided; one look-up, however many there are. */
export async function notifyCandidates(em: EntityManager, moves: Moved[], at: Date): Promise<void> {
  if (moves.length === 0) return;
  const ids = new Set(moves.map(({ application }) => application.candidateId));
  const candidates = await em.find(Candidate, { id: { $in: [...ids] } });
  const userOf = new Map(candidates.map(({ id, userId }) => [id, userId]));
  const news = moves.map(({ application, from }) => {
    const userId = userOf.get(application.candidateId);
    if (userId === undefined) throw new Error('an application without its candidate');
    return {
      userId,
      type: NotificationType.STATUS_CHANGE,
      jobId: application.jobId,
      applicationId: application.id,
      payload: { from, to: application.status },
    };
  });
  await notify(em, at, news);
}
