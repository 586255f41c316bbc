import { sql } from 'kysely';
import type { Context } from '../graphql/context.js';
import { globalId } from '../graphql/ids.js';
import { refusal, UserErrorCode } from '../graphql/user-error.js';
import { executeIn } from '../platform/database/database.js';
import type { JobIdInput } from './job.inputs.js';
import { lockJobForEdit } from './lock-job.js';

/**
 * Deletes a job nobody has applied to. Whoever applies counts the application on the job's row, so that the lock puts the
 * two in an order: either the application is in and is seen here, or it finds no job any more.
 *
 * @returns the global id of what is gone
 */
export async function deleteJob(ctx: Context, { jobId }: JobIdInput): Promise<string> {
  return ctx.db.transaction(async (em) => {
    const job = await lockJobForEdit(ctx, em, jobId);
    const applications = await executeIn(em, sql`select from applications where job_id = ${job.id} limit 1`);
    if (applications.length > 0) {
      throw refusal(
        UserErrorCode.HAS_APPLICATIONS,
        'jobId',
        'Candidates have applied to this job. Close and archive it instead.',
      );
    }
    em.remove(job);
    return globalId('Job', job.id);
  });
}
