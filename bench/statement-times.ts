import { performance } from 'node:perf_hooks';
import type { Database } from '../src/platform/database/database.js';
import type { MeasuredStatement } from './measured-statements.js';

/** Runs that plan, and are left out. */
const WARM_UP_RUNS = 10;

/** Milliseconds to the rows as the process sees them, one statement after another; shortest first. */
export async function statementTimes(
  db: Database,
  { statements, isUnprepared }: MeasuredStatement,
): Promise<number[]> {
  const times: number[] = [];
  for (const statement of [...statements.slice(0, WARM_UP_RUNS), ...statements]) {
    const start = performance.now();
    await (isUnprepared === true ? db.unprepared : db).rows(statement);
    times.push(performance.now() - start);
  }
  return times.slice(WARM_UP_RUNS).toSorted((a, b) => a - b);
}
