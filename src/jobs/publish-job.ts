import type { Context } from '../graphql/context.js';
import { checkJob } from './check-job.js';
import { changeJobStatus } from './change-job-status.js';
import type { Job } from './job.entity.js';
import { JobStatus } from './job.enums.js';
import type { JobIdInput } from './job.inputs.js';
import { lockJobForEdit } from './lock-job.js';

/** Makes a draft or a closed job public. */
export async function publishJob(ctx: Context, { jobId }: JobIdInput): Promise<Job> {
  return ctx.db.transaction(async (em) => {
    const job = await lockJobForEdit(ctx, em, jobId);
    // Read once the job is ours: waiting for it, another change may have gone into the history before this one.
    const now = ctx.clock.now();
    changeJobStatus(em, job, JobStatus.PUBLISHED, now);
    checkJob({ expiresAt: job.expiresAt }, now);
    job.postedAt = now;
    return job;
  });
}
