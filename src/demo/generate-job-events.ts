import { at } from './at.js';
import { jobOwner } from './job-owner.js';
import { jobSteps } from './job-steps.js';
import { Kind } from './kinds.js';
import type { Plan } from './plan.js';
import { idOf, rowId } from './row-ids.js';
import { timestamp } from './time.js';

/** How many rows `generateJobEvents` makes. */
export function countJobEvents({ jobs }: Plan): number {
  let count = 0;
  for (let job = 0; job < jobs.count; job += 1) count += jobSteps(jobs, job).length;
  return count;
}

/** Rows of the table job_events, job by job. */
export function* generateJobEvents(plan: Plan) {
  for (let job = 0; job < plan.jobs.count; job += 1) {
    const { companyId, employerId } = jobOwner(plan, job);
    for (const [nth, step] of jobSteps(plan.jobs, job).entries()) {
      yield {
        id: rowId(Kind.JOB_EVENT, job * 4 + nth, step.at),
        job_id: idOf.job(job, at(plan.jobs.createdAt, job)),
        company_id: companyId,
        employer_id: employerId,
        from_status: step.from,
        to_status: step.to,
        at: timestamp(step.at),
      };
    }
  }
}
