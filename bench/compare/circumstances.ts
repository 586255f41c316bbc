import { commit, machine, versions } from './machine.js';
import type { Measured } from './measure.js';
import { CONDITIONS, type Options } from './options.js';
import { isPinning } from './pinned-process.js';
import { BUSY_GENERATOR } from './query-report.js';

export interface Circumstances {
  /** What the database holds. */
  volumes: string;
  /** Share of the cores that was busy before anything was started. */
  busyBefore: number;
  options: Options;
  measured: Measured[];
}

/** How a run was measured. */
export async function circumstances({
  volumes,
  busyBefore,
  options,
  measured,
}: Circumstances): Promise<string> {
  const { rounds, seconds, warmUpSeconds, firstWarmUpSeconds } = options;
  const pinned = isPinning
    ? 'All servers run on one core and the load generator on another; PostgreSQL takes what is left.'
    : 'Servers and load generator could not be given cores of their own here, so they share.';
  return `- Machine: ${machine()}. Before the run ${(busyBefore * 100).toFixed(0)} % of its cores were busy;
  what others take of a machine that is itself a share of one is not seen from inside.
- Measured: commit ${commit()}, on ${volumes}.
- Versions: ${await versions()}.
- ${pinned} Each server has a pool of ${CONDITIONS.poolSize} connections and runs with \`NODE_ENV=production\`; ours logs warnings only, since no peer
  logs requests, and has Redis for what is limited and shared. Its queue keeps connections beside the pool.
- ${CONDITIONS.connections} connections stay open, and each sends its next request when it has the answer to the last (a closed loop).${others(measured)}
- ${rounds} rounds of ${seconds} s per server, each after ${warmUpSeconds} s of warming up (${firstWarmUpSeconds} s in the first round); in every round each server has its turn, in another
  order. Requests per second are the median of the rounds with the slowest and the fastest; percentiles and CPU are medians of
  the rounds, and ratios the median of each round's ratio. CPU is that of the server's process, PostgreSQL's not included. Memory is what its process holds after its
  rounds of that query. Statements are those sent to PostgreSQL, BEGIN and COMMIT included, counted on the wire in a run
  before.
- IntoWork API runs as it comes wherever nothing else is said. With nothing kept in memory it is measured beside that at what
  public lists are part of (Q1, Q2, Q4, Q10, the mix of Q9). No other answer is ever kept.
- ⚠ marks figures at which the load generator used more than ${BUSY_GENERATOR * 100} % of its core: the server may be faster than that.
- Before anything was timed, all servers had to give the same answers to the queries they are compared by (typed ids,
  digits of instants and PostGraphile's detour to a candidate's name aside). An answer with an error ends the run.
- The plain stack is TypeGraphQL and MikroORM as their guides show them: entities that are object types, \`em.find\` in
  resolvers, MikroORM's DataLoader, a fork of the entity manager per request. PostGraphile has its Amber preset and two SQL
  functions that say which jobs are open (bench/compare/postgraphile.sql).
- The ten newest companies of the copy are ones with 11 to 40 public jobs, so that Q3 has about ten of each to read.`;
}

/** The queries that are asked on another number of connections. */
function others(measured: Measured[]): string {
  const said = measured.flatMap(({ query: { id, connections } }) =>
    connections === undefined ? [] : [` ${id} has ${connections} instead.`],
  );
  return said.join('');
}
