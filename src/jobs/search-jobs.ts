import { sql, type RawBuilder } from 'kysely';
import { assertValid } from '../graphql/assert-valid.js';
import type { Connection } from '../graphql/connection.js';
import type { Context } from '../graphql/context.js';
import { fetchPage } from '../graphql/fetch-page.js';
import { highestFirst, type Order } from '../graphql/order.js';
import { sliceOf } from '../graphql/page-args.js';
import { jobConditions } from './job-conditions.js';
import type { JobListArgs, JobOrder } from './job-list.args.js';
import { Job } from './job.entity.js';
import { publicJobs } from './job.policy.js';

const ORDERS: Record<JobOrder, Order> = {
  NEWEST: highestFirst('newest', sql`j.posted_at`, 'timestamptz', 'j'),
  SALARY: highestFirst('salary', sql`coalesce(j.salary_max, j.salary_min, -1)`, 'integer', 'j'),
};

/** A page of the public jobs. */
export async function searchJobs(
  ctx: Context,
  args: JobListArgs,
  withTotal: boolean,
): Promise<Connection<Job>> {
  await assertValid(args, args.filter);
  const now = ctx.clock.now();
  return fetchPage<Job>(ctx.db, {
    columns: ctx.db.columns.list(Job, 'j'),
    from: sql`jobs j`,
    where: [publicJobs('j', now), ...matching(args.search), ...jobConditions(args.filter ?? {}, now)],
    order: ORDERS[args.orderBy],
    slice: sliceOf(args),
    withTotal,
  });
}

/** Words in either language, or a text that looks like a misspelling of title or company. */
function matching(search: string | null | undefined): RawBuilder<unknown>[] {
  const words = search?.trim();
  if (!words) return [];
  return [
    sql`(j.search_vector @@ (websearch_to_tsquery('french_plain', ${words}) || websearch_to_tsquery('english_plain', ${words}))
      or plain_text(${words}) <% j.search_text)`,
  ];
}
