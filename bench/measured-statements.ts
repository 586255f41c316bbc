import { sql, type RawBuilder } from 'kysely';
import { adminDashboardStatement } from '../src/dashboard/admin-dashboard.js';
import { candidateDashboardStatement } from '../src/dashboard/candidate-dashboard.js';
import { employerDashboardStatement } from '../src/dashboard/employer-dashboard.statement.js';
import { BENCH_LOGINS } from '../src/demo/demo-logins.js';
import { addTime, DAY } from '../src/platform/clock.js';
import type { Database } from '../src/platform/database/database.js';

export interface MeasuredStatement {
  name: string;
  /** One per subject: many employers, many candidates, or the same statement again. */
  statements: RawBuilder<unknown>[];
  /** Planned anew each time, as Database.unprepared does. */
  isUnprepared?: boolean;
}

interface EmployerRow {
  id: string;
  companyId: string | null;
}

export const AVERAGE_EMPLOYER = 'Employer of 10 jobs and 100 applications';
export const BIG_EMPLOYER = 'Employer of 2,000 jobs and 40,000 applications';

const SUBJECTS = 200;

/** The dashboards, for subjects of known size and for many picked evenly from the whole table. */
export async function dashboardStatements(db: Database, now: Date): Promise<MeasuredStatement[]> {
  const since = addTime(now, -30 * DAY);
  const ofEmployer = ({ id: employerId, companyId }: EmployerRow) =>
    employerDashboardStatement(db.columns, { companyId, employerId }, now, since);
  const ofCompany = ({ companyId }: EmployerRow) =>
    employerDashboardStatement(db.columns, { companyId }, now, since);
  const ofCandidate = (id: string) => candidateDashboardStatement(db.columns, id, now);
  const big = await employerOf(db, BENCH_LOGINS.bigEmployer);
  const average = await employerOf(db, BENCH_LOGINS.averageEmployer);
  const again = <T>(make: () => T): T[] => Array.from({ length: SUBJECTS }, make);
  return [
    { name: AVERAGE_EMPLOYER, statements: again(() => ofEmployer(average)) },
    { name: BIG_EMPLOYER, statements: again(() => ofEmployer(big)) },
    { name: 'The company of that employer', statements: again(() => ofCompany(big)) },
    {
      name: 'Employers, 200 of all',
      statements: (await spread<EmployerRow>(db, 'employers', sql`id, company_id as "companyId"`)).map(
        ofEmployer,
      ),
    },
    {
      name: 'Candidates, 200 of all',
      statements: (await spread<{ id: string }>(db, 'candidates', sql`id`)).map(({ id }) => ofCandidate(id)),
    },
    { name: 'Administrator', statements: again(() => adminDashboardStatement(addTime(now, -7 * DAY))) },
  ];
}

/** The employer with an address of the generated data. */
export async function employerOf(db: Database, email: string): Promise<EmployerRow> {
  const employer = await db.row(sql<EmployerRow>`
    select e.id, e.company_id as "companyId" from employers e join users u on u.id = e.user_id where u.email = ${email}`);
  if (!employer)
    throw new Error(`no employer ${email}: load the large data with \`npm run seed -- --size large\` first`);
  return employer;
}

function spread<Row>(
  db: Database,
  table: 'employers' | 'candidates',
  columns: RawBuilder<unknown>,
): Promise<Row[]> {
  return db.rows(sql<Row>`
    select ${columns} from (
      select *, row_number() over (order by id) as n, count(*) over () as total from ${sql.table(table)}
    ) numbered
    where n % greatest(total / ${SUBJECTS}, 1) = 0 limit ${SUBJECTS}`);
}
