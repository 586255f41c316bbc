import { sql } from 'kysely';
import { defineLoader, inOrderOf } from '../graphql/loader.js';
import type { CompanyStats } from './company-stats.type.js';
import { JobStatus } from './job.enums.js';
import { publicJobs } from './job.policy.js';

interface Counts extends Omit<CompanyStats, 'jobsByStatus'> {
  companyId: string;
  byStatus: Partial<Record<JobStatus, number>> | null;
}

/** Companies in numbers, from one statement for all of them; each part is read from an index alone. */
export const statsOfCompany = defineLoader<string, CompanyStats>(async ({ db, clock }, companyIds) => {
  const rows = await db.rows(sql<Counts>`
    select c.id as "companyId", j.*, a.*, e.*
    from unnest(${companyIds}::uuid[]) c(id)
    cross join lateral (
      select coalesce(sum(active), 0)::int as "activeJobs", coalesce(sum(jobs), 0)::int as jobs,
        jsonb_object_agg(status, jobs) filter (where status is not null) as "byStatus"
      from (
        select j.status, count(*) as jobs, count(*) filter (where ${publicJobs('j', clock.now())}) as active
        from jobs j where j.company_id = c.id group by j.status
      ) counted
    ) j
    cross join lateral (
      select count(*)::int as applications from applications a where a.company_id = c.id
    ) a
    cross join lateral (select count(*)::int as employers from employers e where e.company_id = c.id) e`);
  const counts = inOrderOf(companyIds, rows, (row) => row.companyId);
  return counts.map((row) => (row ? statsFrom(row) : new Error('a company was not counted')));
});

function statsFrom({ activeJobs, jobs, applications, employers, byStatus }: Counts): CompanyStats {
  const jobsByStatus = Object.values(JobStatus).map((status) => ({ status, count: byStatus?.[status] ?? 0 }));
  return { activeJobs, jobs, jobsByStatus, applications, employers };
}
