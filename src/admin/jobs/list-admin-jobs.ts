import { sql, type RawBuilder } from 'kysely';
import { assertValid } from '../../graphql/assert-valid.js';
import type { Connection } from '../../graphql/connection.js';
import { containsText } from '../../graphql/contains-text.js';
import type { Context } from '../../graphql/context.js';
import { fetchPage } from '../../graphql/fetch-page.js';
import { uuidOf } from '../../graphql/ids.js';
import { highestFirst, type Order } from '../../graphql/order.js';
import { sliceOf } from '../../graphql/page-args.js';
import { Job } from '../../jobs/job.entity.js';
import type { AdminJobListArgs, AdminJobOrder } from './admin-job-list.args.js';

const ORDERS: Record<AdminJobOrder, Order> = {
  NEWEST: highestFirst('newest', sql`j.created_at`, 'timestamptz', 'j'),
  LAST_CHANGE: highestFirst('last-change', sql`j.updated_at`, 'timestamptz', 'j'),
};

/** A page of all jobs, whatever their status: the public list knows only those that are on the market. */
export async function listAdminJobs(
  ctx: Context,
  args: AdminJobListArgs,
  withTotal: boolean,
): Promise<Connection<Job>> {
  await assertValid(args);
  const { status, companyId, orderBy } = args;
  const search = args.search?.trim();
  return fetchPage<Job>(ctx.db.unprepared, {
    columns: ctx.db.columns.list(Job, 'j'),
    from: sql`jobs j`,
    where: [
      ...(status ? [sql`j.status = any(${status})`] : []),
      ...(companyId == null ? [] : [sql`j.company_id = ${uuidOf('Company', companyId)}`]),
      ...(search ? [isNamed(search)] : []),
    ],
    order: ORDERS[orderBy],
    slice: sliceOf(args),
    withTotal,
  });
}

/** As an array, so that both halves are looked up in an index. */
function isNamed(search: string): RawBuilder<unknown> {
  return sql`(${containsText(sql`j.title`, search)} or j.company_id = any(array(
    select c.id from companies c where ${containsText(sql`c.name`, search)})))`;
}
