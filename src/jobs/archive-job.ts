import type { Context } from '../graphql/context.js';
import { changeJobStatus } from './change-job-status.js';
import type { Job } from './job.entity.js';
import { JobStatus } from './job.enums.js';
import type { JobIdInput } from './job.inputs.js';
import { lockJobForEdit } from './lock-job.js';

/** Puts a closed job away for good. */
export async function archiveJob(ctx: Context, { jobId }: JobIdInput): Promise<Job> {
  return ctx.db.transaction(async (em) => {
    const job = await lockJobForEdit(ctx, em, jobId);
    changeJobStatus(em, job, JobStatus.ARCHIVED, ctx.clock.now());
    return job;
  });
}
