import { createHash } from 'node:crypto';
import { sql, type RawBuilder } from 'kysely';
import { Company } from '../../src/companies/company.entity.js';
import { adminDashboardStatement } from '../../src/dashboard/admin-dashboard.js';
import { candidateDashboardStatement } from '../../src/dashboard/candidate-dashboard.js';
import { employerDashboardStatement } from '../../src/dashboard/employer-dashboard.statement.js';
import { BENCH_LOGINS, DEMO_LOGINS } from '../../src/demo/demo-logins.js';
import { pageStatement } from '../../src/graphql/fetch-page.js';
import { jobConditions } from '../../src/jobs/job-conditions.js';
import { JobListArgs } from '../../src/jobs/job-list.args.js';
import { pageQuery } from '../../src/jobs/search-jobs.js';
import { addTime, DAY } from '../../src/platform/clock.js';
import type { Database } from '../../src/platform/database/database.js';
import { employerOf } from '../measured-statements.js';

/** What bare pg sends, one list of statements per query. */
export type BareStatements = Record<string, BareStatement[]>;

interface BareStatement {
  name: string;
  text: string;
  values: unknown[];
  /** Instead of `values`: the distinct values of this column of the statement before. */
  valuesFrom?: string;
}

/** The statements of ours, made by the same code that makes them in the server. */
export async function bareStatements(db: Database): Promise<BareStatements> {
  const now = new Date();
  const since = addTime(now, -30 * DAY);
  const { columns } = db;
  const employer = async (email: string) => {
    const { id: employerId, companyId } = await employerOf(db, email);
    return employerDashboardStatement(columns, { companyId, employerId }, now, since);
  };
  const candidate = await candidateOf(db, DEMO_LOGINS.candidate);
  const alone = (statement: RawBuilder<unknown>): BareStatement[] => [compiled(db, statement)];
  const jobs = pageQuery({ db }, new JobListArgs(), jobConditions({}, now), null, false);
  const companies = sql`select ${columns.list(Company, 't')} from companies t where t.id = any(${[]}::uuid[])`;
  return {
    Q2: [...alone(pageStatement(jobs)), { ...compiled(db, companies), valuesFrom: 'companyId' }],
    Q5A: alone(await employer(BENCH_LOGINS.averageEmployer)),
    Q5B: alone(await employer(BENCH_LOGINS.bigEmployer)),
    Q5C: alone(candidateDashboardStatement(columns, candidate, now)),
    Q5D: alone(adminDashboardStatement(addTime(now, -7 * DAY))),
  };
}

function compiled(db: Database, statement: RawBuilder<unknown>): BareStatement {
  const { sql: text, parameters } = statement.compile(db.orm.em.getKysely<unknown>());
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 24);
  return { name, text, values: [...parameters] };
}

async function candidateOf(db: Database, email: string): Promise<string> {
  const row = await db.row(sql<{ id: string }>`
    select c.id from candidates c join users u on u.id = c.user_id where u.email = ${email}`);
  if (!row) throw new Error(`nobody has the address ${email}: seed with \`npm run seed -- --size large\``);
  return row.id;
}
