import { createHash } from 'node:crypto';
import { sql, type RawBuilder } from 'kysely';
import { findViewer, viewerStatement } from '../../src/auth/find-viewer.js';
import type { Claims, Tokens } from '../../src/auth/tokens.js';
import { Company } from '../../src/companies/company.entity.js';
import { adminDashboardStatement } from '../../src/dashboard/admin-dashboard.js';
import { candidateDashboardStatement } from '../../src/dashboard/candidate-dashboard.js';
import { employerDashboardStatement } from '../../src/dashboard/employer-dashboard.statement.js';
import { pageStatement } from '../../src/graphql/fetch-page.js';
import { Role } from '../../src/graphql/role.js';
import type { Viewer } from '../../src/graphql/viewer.js';
import { jobConditions } from '../../src/jobs/job-conditions.js';
import { JobListArgs } from '../../src/jobs/job-list.args.js';
import { pageQuery } from '../../src/jobs/search-jobs.js';
import { addTime, DAY } from '../../src/platform/clock.js';
import type { Database } from '../../src/platform/database/database.js';
import type { Cast } from './cast.js';

/** What bare pg sends, one list of statements per query. */
export type BareStatements = Record<string, BareStatement[]>;

interface BareStatement {
  name: string;
  text: string;
  /** One list for each who asks, taken in turn. */
  values: (readonly unknown[])[];
  /** Instead of `values`: the distinct values of this column of the statement before. */
  valuesFrom?: string;
}

/** The statements of ours, made by the same code that makes them in the server, for the same people. */
export async function bareStatements(db: Database, cast: Cast, tokens: Tokens): Promise<BareStatements> {
  const now = new Date();
  const dashboards = async (people: string[]): Promise<BareStatement[]> => {
    const claims = people.map((token) => tokens.verifyAccess(token, now));
    const viewers = await Promise.all(claims.map((one) => viewerOf(db, one, now)));
    return [
      compiled(
        db,
        claims.map((one) => viewerStatement(one, now)),
      ),
      compiled(
        db,
        viewers.map((viewer) => dashboardStatement(db, viewer, now)),
      ),
    ];
  };
  const jobs = pageQuery({ db }, new JobListArgs(), jobConditions({}, now), null, false);
  const companies = sql`select ${db.columns.list(Company, 't')} from companies t where t.id = any(${[]}::uuid[])`;
  return {
    Q2: [compiled(db, [pageStatement(jobs)]), { ...compiled(db, [companies]), valuesFrom: 'companyId' }],
    Q5A: await dashboards(cast.averageEmployers),
    Q5B: await dashboards([cast.bigEmployer]),
    Q5C: await dashboards(cast.activeCandidates),
    Q5D: await dashboards([cast.admin]),
  };
}

function dashboardStatement({ columns }: Database, viewer: Viewer, now: Date): RawBuilder<unknown> {
  switch (viewer.role) {
    case Role.CANDIDATE:
      return candidateDashboardStatement(columns, viewer.candidateId, now);
    case Role.EMPLOYER:
      return employerDashboardStatement(columns, viewer, now, addTime(now, -30 * DAY));
    case Role.ADMIN:
      return adminDashboardStatement(addTime(now, -7 * DAY));
  }
}

async function viewerOf(db: Database, claims: Claims, now: Date): Promise<Viewer> {
  const presence = await findViewer(db, claims, now);
  if (!presence) throw new Error(`no session of ${claims.userId} has been opened`);
  return presence.viewer;
}

/** What is the same statement for all who ask. */
function compiled(db: Database, statements: RawBuilder<unknown>[]): BareStatement {
  const all = statements.map((statement) => statement.compile(db.orm.em.getKysely<unknown>()));
  const [text, ...others] = new Set(all.map(({ sql: one }) => one));
  if (text === undefined || others.length > 0) throw new Error('bare pg is to send one statement to all');
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 24);
  return { name, text, values: all.map(({ parameters }) => parameters) };
}
