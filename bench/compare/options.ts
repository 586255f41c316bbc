import { parseArgs } from 'node:util';

/** How a run of the benchmark is wanted. */
export interface Options {
  databaseUrl: string;
  /** One with ten times the data, to see what grows with it. */
  tenTimesUrl: string | null;
  /** Ids such as Q1; null for all. */
  queries: string[] | null;
  rounds: number;
  /** Of measuring, per round, server and query. */
  seconds: number;
  /** Before each turn. */
  warmUpSeconds: number;
  /** Before a server's first turn at a query, when its code is not compiled yet. */
  firstWarmUpSeconds: number;
  /** Where the page and the chart go; null to print the table only. */
  out: string | null;
}

const POOL_SIZE = 10;
const CONNECTIONS = 16;

/** The same for every server. */
export const CONDITIONS = { poolSize: POOL_SIZE, connections: CONNECTIONS } as const;

export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      database: { type: 'string', default: process.env['DATABASE_URL'] ?? '' },
      'ten-times': { type: 'string' },
      queries: { type: 'string' },
      rounds: { type: 'string' },
      seconds: { type: 'string' },
      out: { type: 'string' },
      quick: { type: 'boolean', default: false },
    },
  });
  if (values.database === '') {
    throw new Error('name a seeded database with --database or DATABASE_URL; it is copied, not changed');
  }
  const { quick } = values;
  return {
    databaseUrl: values.database,
    tenTimesUrl: values['ten-times'] ?? null,
    queries: values.queries?.split(',').map((id) => id.trim().toUpperCase()) ?? null,
    rounds: positive(values.rounds, quick ? 2 : 5),
    seconds: positive(values.seconds, quick ? 1 : 3),
    warmUpSeconds: quick ? 0.5 : 1,
    firstWarmUpSeconds: quick ? 1 : 5,
    // Figures of a hurried run, or of some queries only, do not replace those of a whole one unless asked to.
    out: values.out ?? (quick || values.queries !== undefined ? null : 'docs'),
  };
}

function positive(given: string | undefined, otherwise: number): number {
  const value = given === undefined ? otherwise : Number(given);
  if (!(value > 0)) throw new Error(`${given} is not a positive number`);
  return value;
}

/** Q5 stands for Q5A to Q5D, and so on. */
export function isWanted(id: string, { queries }: Options): boolean {
  return queries?.some((wanted) => id === wanted || id.replace(/[A-D]$/, '') === wanted) ?? true;
}
