import { sql } from 'kysely';
import { defineLoader } from '../graphql/loader.js';
import { defineNestedPages } from '../graphql/nested-pages.js';
import { Job } from './job.entity.js';
import { listedJobs, publicJobs } from './job.policy.js';
import { NEWEST } from './search-jobs.js';

/** The public jobs of companies, latest posted first, page by page. */
export const jobsOfCompany = defineNestedPages<Job>(({ db, clock }) => ({
  columns: db.columns.list(Job, 'row'),
  details: { id: sql.ref('s.job_id'), table: 'jobs' },
  from: sql`job_search s`,
  where: [sql`s.company_id = parent.id`, listedJobs('s', clock.now())],
  order: NEWEST,
}));

/** How many public jobs a company has. */
export const publicJobCountOfCompany = defineLoader<string, number>(async ({ db, clock }, companyIds) => {
  const rows = await db.rows(sql<{ companyId: string; count: number }>`
    select j.company_id as "companyId", count(*)::int as count from jobs j
    where j.company_id = any(${companyIds}::uuid[]) and ${publicJobs('j', clock.now())}
    group by j.company_id`);
  const counts = new Map(rows.map(({ companyId, count }) => [companyId, count]));
  return companyIds.map((id) => counts.get(id) ?? 0);
});
