import type { EntityManager } from '@mikro-orm/postgresql';
import { JobEvent } from './job-event.entity.js';
import type { Job } from './job.entity.js';
import type { JobStatus } from './job.enums.js';

/** Adds the change to the job's present status to its history, in the transaction of the change. */
export function recordJobEvent(em: EntityManager, job: Job, from: JobStatus | null, at: Date): void {
  const { id: jobId, companyId, employerId, status: to } = job;
  em.create(JobEvent, { jobId, companyId, employerId, from, to, at });
}
