import { AVERAGE_EMPLOYER, BIG_EMPLOYER } from '../measured-statements.js';
import type { StatementTime } from './dashboard-times.js';
import type { Grown } from './growth.js';
import type { Measured } from './measure.js';
import { verdictsOnRequests } from './request-targets.js';
import { verdict, type Verdict } from './verdict.js';

interface Findings {
  measured: Measured[];
  dashboardTimes: StatementTime[];
  grown: Grown | null;
}

/** What is wanted, held against one run. */
export function verdictsOn({ measured, dashboardTimes, grown }: Findings): Verdict[] {
  return [...verdictsOnRequests(measured), ...onDashboardSql(dashboardTimes), ...onGrowth(grown)];
}

function onDashboardSql(times: StatementTime[]): Verdict[] {
  const under = (name: string, most: number): Verdict =>
    verdict(
      `SQL of the dashboard, ${name}: p50 under ${most} ms`,
      times.find((time) => time.name === name)?.p50,
      ' ms',
      (ms) => ms < most,
    );
  return [under(AVERAGE_EMPLOYER, 1), under(BIG_EMPLOYER, 15)];
}

const MOST_GROWTH = 1.5;

function onGrowth(grown: Grown | null): Verdict[] {
  if (grown === null) return [verdict(`Q1 to Q5: p50 ${GROWN}`, undefined, 'x', () => false)];
  return grown.growths.map(({ server, query, ratio }) =>
    verdict(`${query.id}: p50 ${GROWN}  (${server.title})`, ratio, 'x', (times) => times < MOST_GROWTH),
  );
}

const GROWN = `with ten times the data less than ${MOST_GROWTH}x`;
