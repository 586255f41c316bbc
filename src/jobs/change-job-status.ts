import type { EntityManager } from '@mikro-orm/postgresql';
import { refusal, UserErrorCode } from '../graphql/user-error.js';
import type { Job } from './job.entity.js';
import { JobStatus } from './job.enums.js';
import { recordJobEvent } from './record-job-event.js';

const NEXT: Record<JobStatus, readonly JobStatus[]> = {
  DRAFT: [JobStatus.PUBLISHED],
  PUBLISHED: [JobStatus.CLOSED],
  CLOSED: [JobStatus.PUBLISHED, JobStatus.ARCHIVED],
  ARCHIVED: [],
};

/** Moves a locked job to a status and records it; refuses steps its life does not have. */
export function changeJobStatus(em: EntityManager, job: Job, to: JobStatus, now: Date): void {
  const from: JobStatus = job.status;
  if (!NEXT[from].includes(to)) {
    throw refusal(UserErrorCode.INVALID_TRANSITION, 'jobId', `A job that is ${from} cannot become ${to}.`);
  }
  job.status = to;
  job.updatedAt = now;
  recordJobEvent(em, job, from, now);
}
