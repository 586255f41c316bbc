import { sql } from 'kysely';
import type { Database } from '../../src/platform/database/database.js';

/**
 * The newest companies have hardly a job yet. Ten that have more than ten public jobs are made the newest, so that a
 * query for ten of each gets about that.
 */
export async function bringForwardAverageCompanies(db: Database): Promise<void> {
  await db.unprepared.rows(sql`
    update companies c set created_at = now() - chosen.place * interval '1 minute'
    from (
      select company_id, row_number() over (order by company_id) as place from jobs
      where status = 'PUBLISHED' and (expires_at is null or expires_at > now())
      group by company_id having count(*) between 11 and 40 order by company_id limit 10
    ) chosen
    where c.id = chosen.company_id`);
}
