import { sql } from 'kysely';
import { countOfPublicJobs } from '../jobs/job.policy.js';
import type { Database } from '../platform/database/database.js';
import type { PublicStatistics } from './statistics.type.js';

/** The platform in four numbers, from one statement. */
export async function publicStatistics(db: Database, now: Date): Promise<PublicStatistics> {
  const counts = await db.row(sql<PublicStatistics>`
    select (select count(*)::int from candidates) as candidates,
      row_count('companies')::int as companies,
      ${countOfPublicJobs(now)}::int as "activeJobs",
      row_count('applications')::int as applications`);
  if (!counts) throw new Error('a statement of counts answered without a row');
  return counts;
}
