import { at } from './at.js';
import type { JobPlan } from './job-plan.js';
import { DAY, MINUTE, type Seconds } from './time.js';

/** Applications are at most this old. */
const APPLICATION_DAYS = 90;

/** The time in which a job takes applications: posted, not closed, and within the last 90 days. `to` ≤ `from`: never. */
export function applicationWindow(jobs: JobPlan, job: number, now: Seconds): { from: Seconds; to: Seconds } {
  const postedAt = at(jobs.postedAt, job);
  if (postedAt === 0) return { from: now, to: now };
  const closedAt = at(jobs.closedAt, job);
  return {
    from: Math.max(postedAt + 10 * MINUTE, now - APPLICATION_DAYS * DAY),
    to: (closedAt === 0 ? now : closedAt) - MINUTE,
  };
}
