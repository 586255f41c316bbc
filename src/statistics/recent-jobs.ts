import { sql } from 'kysely';
import { listedJobs } from '../jobs/job.policy.js';
import { addTime, DAY } from '../platform/clock.js';
import type { Database } from '../platform/database/database.js';

/** How many public jobs were posted within some days. */
export async function countRecentJobs(db: Database, days: number, now: Date): Promise<{ count: number }> {
  const counted = await db.row(sql<{ count: number }>`
    select count(*)::int as count from job_search s
    where ${listedJobs('s', now)} and s.posted_at > ${addTime(now, -days * DAY)}`);
  return counted ?? { count: 0 };
}
