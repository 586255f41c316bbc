import { sql, type RawBuilder } from 'kysely';
import { assertValid } from '../graphql/assert-valid.js';
import type { Connection } from '../graphql/connection.js';
import type { Context } from '../graphql/context.js';
import { forbidden, notFound } from '../graphql/errors.js';
import { fetchPage } from '../graphql/fetch-page.js';
import { uuidOf } from '../graphql/ids.js';
import { highestFirst } from '../graphql/order.js';
import { sliceOf, type PageArgs } from '../graphql/page-args.js';
import { Role } from '../graphql/role.js';
import type { CandidateViewer, Viewer } from '../graphql/viewer.js';
import { findVisibleJob } from '../jobs/find-job.js';
import type { ApplicationFilter, JobApplicationsArgs, MyApplicationsArgs } from './application-list.args.js';
import { Application } from './application.entity.js';
import { mayWorkOnApplicationsOf } from './application.policy.js';

const NEWEST = highestFirst('newest', sql`a.created_at`, 'timestamptz', 'a');

/** A page of what the candidate has sent, newest first. */
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
  return pageOfApplications(ctx, where, args, withTotal);
}

/** A page of the applications to a job, newest first, for those who work on them. */
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
  if (viewer.role !== Role.ADMIN && !mayWorkOnApplicationsOf(viewer, job.companyId)) {
    throw forbidden(
      'Only members of the company who may manage candidates see the applications to its jobs.',
    );
  }
  return pageOfApplications(ctx, [sql`a.job_id = ${job.id}`, ...conditions(filter)], args, withTotal);
}

function conditions({ status, source, search }: ApplicationFilter): RawBuilder<unknown>[] {
  const text = search?.trim();
  return [
    ...(status ? [sql`a.status = any(${status})`] : []),
    ...(source ? [sql`a.source = any(${source})`] : []),
    ...(text
      ? [
          sql`(position(plain_text(${text}) in plain_text(coalesce(a.cover_letter, ''))) > 0 or exists (
            select from candidates c join users u on u.id = c.user_id
            where c.id = a.candidate_id
              and position(plain_text(${text}) in plain_text(u.first_name || ' ' || u.last_name)) > 0))`,
        ]
      : []),
  ];
}

function pageOfApplications(
  ctx: Context,
  where: RawBuilder<unknown>[],
  args: PageArgs,
  withTotal: boolean,
): Promise<Connection<Application>> {
  return fetchPage<Application>(ctx.db, {
    columns: ctx.db.columns.list(Application, 'a'),
    from: sql`applications a`,
    where,
    order: NEWEST,
    slice: sliceOf(args),
    withTotal,
  });
}
