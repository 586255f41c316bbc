import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadavg } from 'node:os';
import { format, resolveConfig } from 'prettier';
import { chart } from './chart.js';
import type { Checked } from './check.js';
import { ratePerSecond, ratioOf } from './figures.js';
import { commit, machine, versions } from './machine.js';
import type { StatementTime } from './dashboard-times.js';
import type { Grown } from './growth.js';
import type { Measured } from './measure.js';
import { CONDITIONS, type Options } from './options.js';
import { isPinning } from './pinned-process.js';
import { verdictsOn, type Verdict } from './targets.js';

export interface Run {
  measured: Measured[];
  waiting: Checked['waiting'];
  /** Hot statements that have lost their index. */
  scannedTables: string[];
  dashboardTimes: StatementTime[];
  grown: Grown | null;
  /** What the database holds. */
  volumes: string;
  /** Load of the machine before anything was started. */
  loadBefore: number;
  options: Options;
}

/** A generator this busy may have been the bottleneck. */
const BUSY_GENERATOR = 0.85;

/** Fewer do not even out what the machine does meanwhile. */
const LEAST_ROUNDS = 5;
/** What a machine at rest has. */
const IDLE_LOAD = 1;

/** Writes the page and its chart, or prints the page where no folder was named. */
export async function report(run: Run): Promise<void> {
  const { out } = run.options;
  const page = await pageOf(run);
  if (out === null) {
    process.stdout.write(page);
    return;
  }
  const path = join(out, 'performance.md');
  await writeFile(path, await format(page, { ...(await resolveConfig(path)), parser: 'markdown' }));
  await writeFile(join(out, 'performance.svg'), chart(run.measured));
  process.stdout.write(`written: ${path}\n`);
}

async function pageOf(run: Run): Promise<string> {
  return `# Performance, measured beside peers

Written by \`npm run bench\`, losses and wins alike. Absolute figures say little about another machine, or about this one at
another hour; the ratios are what counts, each of servers measured in turn in the same rounds.
${caution(run)}
![Requests per second](performance.svg)

## What is wanted

${targets(verdictsOn(run))}

${losses(run.measured)}

## Plans

${plans(run.scannedTables)}

## SQL of the dashboards

One statement after another on one connection, from sending it to having its rows.

| Dashboard | p50 ms | p95 ms |
| --- | ---: | ---: |
${run.dashboardTimes.map(({ name, p50, p95 }) => `| ${name} | ${p50.toFixed(2)} | ${p95.toFixed(2)} |`).join('\n')}
${growth(run.grown)}
## Queries

${run.measured.map(section).join('\n')}
${run.waiting.map(({ query, reason }) => `- **${query.id}** (${query.title}) was left out: ${reason}.\n`).join('')}
## How it was measured

${await circumstances(run)}
`;
}

/** Says so, above all figures, when they are not good enough to be quoted. */
function caution({ loadBefore, options }: Run): string {
  const reasons = [
    ...(options.rounds < LEAST_ROUNDS ? [`it had ${options.rounds} rounds of ${options.seconds} s`] : []),
    ...(loadBefore > IDLE_LOAD
      ? [`others used the machine (load ${loadBefore.toFixed(1)} before it began)`]
      : []),
  ];
  return reasons.length === 0
    ? ''
    : `\n**Not to be quoted.** This run shows only that the benchmark works: ${reasons.join(', and ')}.\n`;
}

function targets(verdicts: Verdict[]): string {
  const word = { true: 'met', false: '**not met**', null: 'not measured' };
  const rows = verdicts.map(({ target, figure, isMet }) => `| ${target} | ${figure} | ${word[`${isMet}`]} |`);
  const counted = verdicts.filter(({ isMet }) => isMet !== null);
  const met = counted.filter(({ isMet }) => isMet === true).length;
  return `${met} of the ${counted.length} targets this run has figures for are met.

| Target | This run | |
| --- | ---: | --- |
${rows.join('\n')}

Memory and pool under load for long: [performance-soak.md](performance-soak.md), by \`npm run bench:soak\`.`;
}

/** Every comparison ours lost, in so many words. */
function losses(measured: Measured[]): string {
  const lost = measured.flatMap(({ query, figures }) => {
    const ours = figures.find(({ server }) => server.name === 'ours')?.figures;
    if (!ours) return [];
    return figures
      .filter(({ server }) => server.name !== 'ours' && server.name !== 'cached')
      .map(({ server, figures: theirs }) => ({ server, ratio: ratioOf(theirs, ours, ratePerSecond) }))
      .filter(({ ratio }) => ratio > 1)
      .map(
        ({ server, ratio }) =>
          `- ${query.id}: ${server.title} answers ${ratio.toFixed(2)} times as many requests.`,
      );
  });
  return lost.length === 0 ? 'No comparison was lost.' : `Lost:\n\n${lost.join('\n')}`;
}

function growth(grown: Grown | null): string {
  if (grown === null) return '';
  const rows = grown.growths.map(
    ({ query, p50, p50OfTenTimes, ratio }) =>
      `| ${query.id}: ${query.title} | ${p50.toFixed(1)} | ${p50OfTenTimes.toFixed(1)} | ${ratio.toFixed(2)}x |`,
  );
  return `
## Ten times the data

Ours on the database of this run and on ${grown.volumes}, in turn.

| Query | p50 ms | p50 ms with ten times the data | grown |
| --- | ---: | ---: | ---: |
${rows.join('\n')}
`;
}

function plans(scannedTables: string[]): string {
  const said = 'reads a table of more than 10,000 rows from end to end, counts of everything aside';
  if (scannedTables.length === 0)
    return `No hot statement ${said}. Their plans: [query plans](query-plans.md).`;
  return `**A hot statement ${said}:**\n\n${scannedTables.map((line) => `- ${line}`).join('\n')}`;
}

function section({ query, figures }: Measured): string {
  const ours = figures.find(({ server }) => server.name === 'ours')?.figures;
  const rows = figures.map(({ server, figures: of }) => {
    const ratio = ours && server.name !== 'ours' ? `${ratioOf(ours, of, ratePerSecond).toFixed(2)}x` : '';
    const busy = of.loadShare > BUSY_GENERATOR ? ' ⚠' : '';
    const cells = [
      server.title,
      `${of.perSecond.toFixed(0)} (${of.slowestRound.toFixed(0)}–${of.fastestRound.toFixed(0)})${busy}`,
      ratio,
      ...[of.p50, of.p95, of.p99].map((ms) => ms.toFixed(1)),
      of.cpuMsPerOperation.toFixed(2),
      of.statementsPerOperation?.toFixed(1).replace('.0', '') ?? '–',
      of.residentMiB.toFixed(0),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return `### ${query.id}: ${query.title}

| Server | requests/s (min–max) | ours is | p50 ms | p95 ms | p99 ms | CPU ms | statements | MiB |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
${rows.join('\n')}
${query.note === undefined ? '' : `\n${query.note}\n`}`;
}

async function circumstances({ volumes, loadBefore, options }: Run): Promise<string> {
  const { rounds, seconds, warmUpSeconds, firstWarmUpSeconds } = options;
  const pinned = isPinning
    ? 'All servers run on one core and the load generator on another; PostgreSQL takes what is left.'
    : 'Servers and load generator could not be given cores of their own here, so they share.';
  return `- Machine: ${machine()}. Load before the run: ${loadBefore.toFixed(1)}; at its end, the run's own included:
  ${loadavg()[0]?.toFixed(1)}. A load well over 0 before means that others used the machine too.
- Measured: commit ${commit()}, on ${volumes}.
- Versions: ${await versions()}.
- ${pinned} Each server has a pool of ${CONDITIONS.poolSize} connections and runs with \`NODE_ENV=production\`; ours logs warnings only, since no peer
  logs requests, and has Redis for what is limited and shared. Its queue keeps connections beside the pool.
- ${CONDITIONS.connections} connections stay open, and each sends its next request when it has the answer to the last (a closed loop).
- ${rounds} rounds of ${seconds} s per server, each after ${warmUpSeconds} s of warming up (${firstWarmUpSeconds} s in the first round); in every round each server has its turn, in another
  order. Requests per second are the median of the rounds with the slowest and the fastest; percentiles and CPU are medians of
  the rounds, and ratios the median of each round's ratio. CPU is that of the server's process, PostgreSQL's not included. Memory is what its process holds after its
  rounds of that query. Statements are those sent to PostgreSQL, BEGIN and COMMIT included, counted on the wire in a run
  before.
- Ours reads every list from the database (\`LIST_CACHE_SECONDS=0\`), because no peer keeps lists in memory; with its cache, as it
  comes, it stands in a row of its own. It is without also where it stands alone.
- ⚠ marks figures at which the load generator used more than ${BUSY_GENERATOR * 100} % of its core: the server may be faster than that.
- Before anything was timed, all servers had to give the same answers to the queries they are compared by (typed ids,
  digits of instants and PostGraphile's detour to a candidate's name aside). An answer with an error ends the run.
- The plain stack is TypeGraphQL and MikroORM as their guides show them: entities that are object types, \`em.find\` in
  resolvers, MikroORM's DataLoader, a fork of the entity manager per request. PostGraphile has its Amber preset and two SQL
  functions that say which jobs are open (bench/compare/postgraphile.sql).
- The ten newest companies of the copy are ones with 11 to 40 public jobs, so that Q3 has about ten of each to read.`;
}
