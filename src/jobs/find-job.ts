import type { Context } from '../graphql/context.js';
import { Role } from '../graphql/role.js';
import { hasAppliedTo } from './has-applied.loader.js';
import type { Job } from './job.entity.js';
import { jobById } from './job.loaders.js';
import { isPublic, seesEveryStatus } from './job.policy.js';

/**
 * A job as far as the viewer may see it: public jobs for everybody, any status for its company and administrators,
 * and for candidates also what they applied to. Null otherwise, as if it did not exist.
 */
export async function findVisibleJob(ctx: Context, id: string): Promise<Job | null> {
  const job = await jobById(ctx).load(id);
  if (!job || isPublic(job, ctx.clock.now()) || seesEveryStatus(ctx.viewer, job)) return job;
  return ctx.viewer?.role === Role.CANDIDATE && (await hasAppliedTo(ctx).load(id)) ? job : null;
}
