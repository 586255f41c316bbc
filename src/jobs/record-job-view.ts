import { sql } from 'kysely';
import type { Context } from '../graphql/context.js';
import { inputUuid } from '../graphql/ids.js';
import { refusal, UserErrorCode } from '../graphql/user-error.js';
import { findVisibleJob } from './find-job.js';
import type { Job } from './job.entity.js';
import type { JobIdInput } from './job.inputs.js';
import { isOwnJob, publicJobs } from './job.policy.js';
import type { ViewerKeys } from './viewer-keys.js';

/** Counts that the viewer opened a public job: once a day, and never for the people who offer it. */
export async function recordJobView(ctx: Context, keys: ViewerKeys, { jobId }: JobIdInput): Promise<Job> {
  const job = await findVisibleJob(ctx, inputUuid('Job', 'jobId', jobId));
  if (!job) throw refusal(UserErrorCode.NOT_FOUND, 'jobId', 'Job not found.');
  if (isOwnJob(ctx.viewer, job)) return job;
  const now = ctx.clock.now();
  const day = now.toISOString().slice(0, 10);
  const [counted] = await ctx.db.rows(sql<{ viewsCount: number }>`
    with viewed as (
      insert into job_views (job_id, viewed_on, viewer_key)
      select j.id, ${day}, ${keys.keyOf(ctx, day)} from jobs j where j.id = ${job.id} and ${publicJobs('j', now)}
      on conflict do nothing
      returning job_id
    )
    update jobs set views_count = views_count + 1 where id = (select job_id from viewed)
    returning views_count as "viewsCount"`);
  return Object.assign(job, counted);
}
