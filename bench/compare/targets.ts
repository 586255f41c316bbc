import { ratePerSecond, ratioOf, type Figures, type Slice } from './figures.js';
import type { StatementTime } from './dashboard-times.js';
import type { Grown } from './growth.js';
import type { Measured } from './measure.js';
import { AVERAGE_EMPLOYER, BIG_EMPLOYER } from '../measured-statements.js';
import type { ServerName } from './queries.js';

export interface Verdict {
  target: string;
  figure: string;
  /** Null: this run has no figure for it. */
  isMet: boolean | null;
}

interface Findings {
  measured: Measured[];
  dashboardTimes: StatementTime[];
  grown: Grown | null;
}

/** What is wanted, held against one run. */
export function verdictsOn({ measured, dashboardTimes, grown }: Findings): Verdict[] {
  return [...onRequests(measured), ...onDashboardSql(dashboardTimes), ...onGrowth(grown)];
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
  return grown.growths.map(({ query, ratio }) =>
    verdict(`${query.id}: p50 ${GROWN}`, ratio, 'x', (times) => times < MOST_GROWTH),
  );
}

const GROWN = `with ten times the data less than ${MOST_GROWTH}x`;

function onRequests(measured: Measured[]): Verdict[] {
  const figures = (id: string, server: ServerName): Figures | undefined =>
    measured.find(({ query }) => query.id === id)?.figures.find((one) => one.server.name === server)?.figures;
  const ratio = (id: string, peer: ServerName, figure: (slice: Slice) => number): number | undefined => {
    const [ours, theirs] = [figures(id, 'ours'), figures(id, peer)];
    return ours && theirs && ratioOf(ours, theirs, figure);
  };
  const faster = (id: string, peer: ServerName, title: string, least: number): Verdict =>
    verdict(
      `${id}: at least ${least}x the requests of ${title}`,
      ratio(id, peer, ratePerSecond),
      'x',
      (times) => times >= least,
    );
  const overhead = (id: string, most: number): Verdict =>
    verdict(
      `${id}: p50 at most ${most}x that of the same SQL through bare pg`,
      ratio(id, 'bare', ({ p50 }) => p50),
      'x',
      (times) => times <= most,
    );
  const below = (id: string, share: 'p50' | 'p99', most: number): Verdict =>
    verdict(
      `${id}: ${share} under ${most} ms at 16 connections`,
      figures(id, 'ours')?.[share],
      ' ms',
      (ms) => ms < most,
    );
  const fromCache = (id: string): Verdict => {
    const [cached, uncached] = [figures(id, 'cached'), figures(id, 'ours')];
    return verdict(
      `${id}: from the cache at least 5x the requests of the same list without`,
      cached && uncached && ratioOf(cached, uncached, ratePerSecond),
      'x',
      (times) => times >= 5,
    );
  };
  const lists = ['Q1', 'Q2', 'Q3'];
  const dashboards = ['Q5A', 'Q5B', 'Q5C', 'Q5D'];
  return [
    ...lists.map((id) => faster(id, 'apollo', 'the plain stack on Apollo Server', 4)),
    ...lists.map((id) => faster(id, 'postgraphile', 'PostGraphile', 1.25)),
    ...lists.map((id) => faster(id, 'yoga', 'the plain stack on GraphQL Yoga', 1)),
    ...lists.map((id) => faster(id, 'mercurius', 'the plain stack on Mercurius with JIT', 1)),
    overhead('Q2', 2),
    ...dashboards.map((id) => overhead(id, 1.5)),
    ...dashboards.map((id) => below(id, 'p99', 50)),
    below('Q7', 'p50', 10),
    ...['Q10', 'Q1', 'Q2'].map(fromCache),
  ];
}

function verdict(
  target: string,
  value: number | undefined,
  unit: string,
  isMet: (value: number) => boolean,
): Verdict {
  return value === undefined
    ? { target, figure: '–', isMet: null }
    : { target, figure: `${value.toFixed(value < 10 ? 2 : 1)}${unit}`, isMet: isMet(value) };
}
