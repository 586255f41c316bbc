import type { Database } from '../../src/platform/database/database.js';
import { dashboardStatements } from '../measured-statements.js';
import { statementTimes } from '../statement-times.js';
import { median, percentile } from './figures.js';

/** What the SQL of a dashboard takes by itself. */
export interface StatementTime {
  /** Whose dashboard. */
  name: string;
  p50: number;
  p95: number;
}

/** Times the dashboards' statements one after another on one connection, before anything else uses the database. */
export async function dashboardTimes(db: Database): Promise<StatementTime[]> {
  const found: StatementTime[] = [];
  for (const statement of await dashboardStatements(db, new Date())) {
    const times = await statementTimes(db, statement);
    found.push({ name: statement.name, p50: median(times), p95: percentile(times, 0.95) });
  }
  return found;
}
