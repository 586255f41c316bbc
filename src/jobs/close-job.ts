import type { Context } from '../graphql/context.js';
import { changeJobStatus } from './change-job-status.js';
import type { Job } from './job.entity.js';
import { JobStatus } from './job.enums.js';
import type { JobIdInput } from './job.inputs.js';
import { lockJobForEdit } from './lock-job.js';

/** Takes a published job off the market. Its applications go on. */
export async function closeJob(ctx: Context, { jobId }: JobIdInput): Promise<Job> {
  return ctx.db.transaction(async (em) => {
    const job = await lockJobForEdit(ctx, em, jobId);
    changeJobStatus(em, job, JobStatus.CLOSED, ctx.clock.now());
    return job;
  });
}
