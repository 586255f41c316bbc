import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { Employer } from '../../employers/employer.entity.js';
import type { Context } from '../../graphql/context.js';
import { inputUuid } from '../../graphql/ids.js';
import { refusal, UserErrorCode } from '../../graphql/user-error.js';
import { changeJobStatus } from '../../jobs/change-job-status.js';
import { Job } from '../../jobs/job.entity.js';
import { JobStatus } from '../../jobs/job.enums.js';
import { NotificationType } from '../../notifications/notification.entity.js';
import { notify } from '../../notifications/notify.js';
import { recordAudit } from '../record-audit.js';
import type { TakeDownJobInput } from './take-down-job.input.js';

/**
 * Takes a published or closed job off the market for good: archived, because a closed one could be published again at
 * once. Applications already sent go on. Its author is told why.
 */
export function takeDownJob(ctx: Context, { jobId, reason }: TakeDownJobInput): Promise<Job> {
  return ctx.db.transaction(async (em) => {
    const id = inputUuid('Job', 'jobId', jobId);
    const job = await em.findOne(Job, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!job) throw refusal(UserErrorCode.NOT_FOUND, 'jobId', 'Job not found.');
    const now = ctx.clock.now();
    if (job.status === JobStatus.PUBLISHED) changeJobStatus(em, job, JobStatus.CLOSED, now);
    changeJobStatus(em, job, JobStatus.ARCHIVED, now);
    await tellAuthor(em, job, reason, now);
    recordAudit(ctx, em, {
      action: 'JOB_TAKEN_DOWN',
      subjectType: 'Job',
      subjectId: id,
      details: { reason },
    });
    return job;
  });
}

async function tellAuthor(em: EntityManager, job: Job, reason: string, at: Date): Promise<void> {
  if (job.employerId === null) return;
  const author = await em.findOne(Employer, { id: job.employerId, companyId: job.companyId });
  if (!author) return;
  const payload = { event: 'JOB_TAKEN_DOWN', reason };
  await notify(em, at, [{ userId: author.userId, type: NotificationType.SYSTEM, jobId: job.id, payload }]);
}
