import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../graphql/context.js';
import { forbidden } from '../graphql/errors.js';
import { inputUuid } from '../graphql/ids.js';
import { refusal, UserErrorCode } from '../graphql/user-error.js';
import { Job } from './job.entity.js';
import { isPublic, mayEditJob, seesEveryStatus } from './job.policy.js';

/** The job named in an input, locked for a change by the viewer until the transaction ends. */
export async function lockJobForEdit(ctx: Context, em: EntityManager, jobId: string): Promise<Job> {
  const id = inputUuid('Job', 'jobId', jobId);
  const job = await em.findOne(Job, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!job || !(seesEveryStatus(ctx.viewer, job) || isPublic(job, ctx.clock.now()))) {
    throw refusal(UserErrorCode.NOT_FOUND, 'jobId', 'Job not found.');
  }
  if (!mayEditJob(ctx.viewer, job))
    throw forbidden('Only members of the company who may create jobs may change this one.');
  return job;
}
