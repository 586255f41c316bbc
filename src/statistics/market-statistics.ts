import { sql } from 'kysely';
import { listedJobs } from '../jobs/job.policy.js';
import type { Database } from '../platform/database/database.js';
import type { MarketStatistics } from './statistics.type.js';

type List = Exclude<keyof MarketStatistics, 'activeJobs'>;

const MAX_INDUSTRIES = 20;

/** The public jobs by country, type, location type and industry, from one statement. */
export async function marketStatistics(db: Database, now: Date): Promise<MarketStatistics> {
  const rows = await db.rows(sql<{ list: List | 'activeJobs'; value: string | null; count: number }>`
    select list, value, count::int from (
      select *, row_number() over (partition by list order by count desc, value) as position
      from (
        select case
            when grouping(s.country) = 0 then 'byCountry' when grouping(s.type) = 0 then 'byType'
            when grouping(s.location_type) = 0 then 'byLocationType' when grouping(c.industry) = 0 then 'byIndustry'
            else 'activeJobs'
          end as list,
          coalesce(s.country::text, s.type, s.location_type, c.industry) as value, count(*) as count
        from job_search s join companies c on c.id = s.company_id
        where ${listedJobs('s', now)}
        group by grouping sets ((s.country), (s.type), (s.location_type), (c.industry), ())
      ) counted
      where value is not null or list = 'activeJobs'
    ) ranked
    where list <> 'byIndustry' or position <= ${sql.lit(MAX_INDUSTRIES)}
    order by list, position`);
  const statistics = { activeJobs: 0, byCountry: [], byType: [], byLocationType: [], byIndustry: [] };
  const lists: Record<List, object[]> = statistics;
  for (const { list, value, count } of rows) {
    if (list === 'activeJobs') statistics.activeJobs = count;
    else lists[list].push({ value, count });
  }
  return statistics;
}
