import { sql } from 'kysely';
import type { Context } from '../graphql/context.js';
import { notFound } from '../graphql/errors.js';
import { uuidOf } from '../graphql/ids.js';
import type { EmployerViewer } from '../graphql/viewer.js';
import { jobById } from '../jobs/job.loaders.js';
import { ApplicationSource } from './application.enums.js';
import type { ApplicationSourceCount } from './application-source-count.type.js';
import { companyToWorkFor } from './company-to-work-for.js';

/** How candidates found the jobs of the viewer's company, or one of them: every source, the most frequent first. */
export async function countSources(
  ctx: Context,
  viewer: EmployerViewer,
  jobId: string | null,
): Promise<ApplicationSourceCount[]> {
  const companyId = companyToWorkFor(viewer);
  const of =
    jobId === null ? sql`a.company_id = ${companyId}` : sql`a.job_id = ${await own(ctx, companyId, jobId)}`;
  return ctx.db.rows(sql<ApplicationSourceCount>`
    with counted as (
      select a.source, count(*)::int as count from applications a where ${of} group by a.source
    )
    select s.source, coalesce(c.count, 0) as count,
      coalesce(c.count::float8 / sum(c.count) over (), 0) as share
    from unnest(${Object.values(ApplicationSource)}::text[]) with ordinality s(source, place)
    left join counted c on c.source = s.source
    order by count desc, s.place`);
}

/** The UUID of a job of the company; any other is not found, whether it exists or not. */
async function own(ctx: Context, companyId: string, jobId: string): Promise<string> {
  const job = await jobById(ctx).load(uuidOf('Job', jobId));
  if (job?.companyId !== companyId) throw notFound('Job');
  return job.id;
}
