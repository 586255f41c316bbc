import { sql, type RawBuilder } from 'kysely';
import { assertValid } from '../graphql/assert-valid.js';
import type { Connection } from '../graphql/connection.js';
import type { Context } from '../graphql/context.js';
import { forbidden, notFound } from '../graphql/errors.js';
import { fetchPage } from '../graphql/fetch-page.js';
import { uuidOf } from '../graphql/ids.js';
import type { Order } from '../graphql/order.js';
import { sliceOf, type PageArgs } from '../graphql/page-args.js';
import type { CandidateViewer, EmployerViewer, Viewer } from '../graphql/viewer.js';
import { findVisibleJob } from '../jobs/find-job.js';
import { applicationConditions, companyApplicationConditions } from './application-conditions.js';
import type {
  CompanyApplicationsArgs,
  JobApplicationsArgs,
  MyApplicationsArgs,
} from './application-list.args.js';
import { ApplicationOrder, ORDERS } from './application-order.js';
import { Application } from './application.entity.js';
import { maySeeApplicationsTo, mayWorkOnApplicationsOf } from './application.policy.js';
import { companyToWorkFor } from './company-to-work-for.js';

/** A page of what the candidate has sent. */
export async function listMyApplications(
  ctx: Context,
  viewer: CandidateViewer,
  args: MyApplicationsArgs,
  withTotal: boolean,
): Promise<Connection<Application>> {
  const where = [
    sql`a.candidate_id = ${viewer.candidateId}`,
    ...(args.status ? [sql`a.status = any(${args.status})`] : []),
  ];
  return pageOfApplications(ctx, where, ORDERS[args.orderBy], args, withTotal);
}

/** A page of the applications to a job, for those who work on them. */
export async function listJobApplications(
  ctx: Context,
  viewer: Viewer,
  args: JobApplicationsArgs,
  withTotal: boolean,
): Promise<Connection<Application>> {
  const filter = args.filter ?? {};
  await assertValid(filter);
  const job = await findVisibleJob(ctx, uuidOf('Job', args.jobId));
  if (!job) throw notFound('Job');
  if (!maySeeApplicationsTo(viewer, job.companyId)) {
    throw forbidden(
      'Only members of the company who may manage candidates see the applications to its jobs.',
    );
  }
  const readsRatings = args.orderBy === ApplicationOrder.RATING || filter.ratingMin != null;
  if (readsRatings && !mayWorkOnApplicationsOf(viewer, job.companyId))
    throw forbidden('Only the company sees how it has rated applications.');
  const where = [sql`a.job_id = ${job.id}`, ...applicationConditions(filter)];
  return pageOfApplications(ctx, where, ORDERS[args.orderBy], args, withTotal);
}

/** A page of the applications to all jobs of the viewer's company, for members who work on them. */
export async function listCompanyApplications(
  ctx: Context,
  viewer: EmployerViewer,
  args: CompanyApplicationsArgs,
  withTotal: boolean,
): Promise<Connection<Application>> {
  const filter = args.filter ?? {};
  await assertValid(filter);
  const where = [sql`a.company_id = ${companyToWorkFor(viewer)}`, ...companyApplicationConditions(filter)];
  return pageOfApplications(ctx, where, ORDERS[args.orderBy], args, withTotal);
}

function pageOfApplications(
  ctx: Context,
  where: RawBuilder<unknown>[],
  order: Order,
  args: PageArgs,
  withTotal: boolean,
): Promise<Connection<Application>> {
  return fetchPage<Application>(ctx.db, {
    columns: ctx.db.columns.list(Application, 'a'),
    from: sql`applications a`,
    where,
    order,
    slice: sliceOf(args),
    withTotal,
  });
}
