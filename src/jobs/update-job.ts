import type { Context } from '../graphql/context.js';
import { refusal, UserErrorCode } from '../graphql/user-error.js';
import { checkJob } from './check-job.js';
import type { Job } from './job.entity.js';
import { JobStatus } from './job.enums.js';
import type { UpdateJobInput } from './job.inputs.js';
import { lockJobForEdit } from './lock-job.js';

/** Fields that may be changed but never cleared. */
const REQUIRED = ['title', 'description', 'type', 'locationType', 'currency', 'salaryPeriod'] as const;

/** Changes what the input names, unless the job is archived. */
export async function updateJob(ctx: Context, input: UpdateJobInput): Promise<Job> {
  const { jobId, ...given } = input;
  return ctx.db.transaction(async (em) => {
    const job = await lockJobForEdit(ctx, em, jobId);
    if (job.status === JobStatus.ARCHIVED) {
      throw refusal(UserErrorCode.INVALID_TRANSITION, 'jobId', 'An archived job cannot be changed.');
    }
    const changes = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    for (const field of REQUIRED) {
      if (changes[field] === null) throw refusal(UserErrorCode.INVALID, field, `${field} cannot be cleared.`);
    }
    const now = ctx.clock.now();
    const { salaryMin = job.salaryMin, salaryMax = job.salaryMax, expiresAt } = input;
    checkJob({ salaryMin, salaryMax, expiresAt }, now);
    em.assign(job, { ...changes, updatedAt: now });
    job.country = job.country?.toUpperCase() ?? null;
    job.currency = job.currency.toUpperCase();
    return job;
  });
}
