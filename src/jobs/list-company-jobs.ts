import { sql, type RawBuilder } from 'kysely';
import { assertValid } from '../graphql/assert-valid.js';
import type { Connection } from '../graphql/connection.js';
import { containsText } from '../graphql/contains-text.js';
import type { Context } from '../graphql/context.js';
import { forbidden } from '../graphql/errors.js';
import { fetchPage } from '../graphql/fetch-page.js';
import { highestFirst, type Order } from '../graphql/order.js';
import { sliceOf } from '../graphql/page-args.js';
import type { EmployerViewer } from '../graphql/viewer.js';
import type { CompanyJobOrder, CompanyJobsArgs } from './company-job-list.args.js';
import { Job } from './job.entity.js';

const ORDERS: Record<CompanyJobOrder, Order> = {
  NEWEST: highestFirst('newest', sql`j.created_at`, 'timestamptz', 'j'),
  LAST_CHANGE: highestFirst('last-change', sql`j.updated_at`, 'timestamptz', 'j'),
  APPLICATIONS: highestFirst('applications', sql`j.applications_count`, 'integer', 'j'),
};

/** A page of the jobs of the viewer's company in any status, which all its members see. */
export async function listCompanyJobs(
  ctx: Context,
  viewer: EmployerViewer,
  args: CompanyJobsArgs,
  withTotal: boolean,
): Promise<Connection<Job>> {
  await assertValid(args, args.filter);
  if (viewer.companyId === null) throw forbidden('Only members of a company have jobs: create or join one.');
  return fetchPage<Job>(ctx.db, {
    columns: ctx.db.columns.list(Job, 'j'),
    from: sql`jobs j`,
    where: [sql`j.company_id = ${viewer.companyId}`, ...conditions(viewer, args)],
    order: ORDERS[args.orderBy],
    slice: sliceOf(args),
    withTotal,
  });
}

function conditions(
  { employerId }: EmployerViewer,
  { search, filter }: CompanyJobsArgs,
): RawBuilder<unknown>[] {
  const { status, mine } = filter ?? {};
  const title = search?.trim();
  return [
    ...(title ? [containsText(sql`j.title`, title)] : []),
    ...(status ? [sql`j.status = any(${status})`] : []),
    // Jobs whose author is gone are of others too.
    ...(mine == null ? [] : [sql`(j.employer_id is not distinct from ${employerId}) = ${mine}`]),
  ];
}
