import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { chart } from './chart.js';
import type { Checked } from './check.js';
import { circumstances, type Circumstances } from './circumstances.js';
import type { StatementTime } from './dashboard-times.js';
import type { Grown } from './growth.js';
import { queryReport } from './query-report.js';
import { verdictsOn } from './targets.js';
import { verdictsReport } from './verdicts-report.js';

export interface Run extends Circumstances {
  waiting: Checked['waiting'];
  /** Hot statements that have lost their index. */
  scannedTables: string[];
  dashboardTimes: StatementTime[];
  grown: Grown | null;
}

/** Fewer do not even out what the machine does meanwhile. */
const LEAST_ROUNDS = 5;
/** How busy a machine at rest may be. */
const AT_REST = 0.1;

/** Writes the page and its chart, or prints the page where no folder was named. */
export async function report(run: Run): Promise<void> {
  const { out } = run.options;
  const page = await pageOf(run);
  if (out === null) {
    process.stdout.write(page);
    return;
  }
  await mkdir(out, { recursive: true });
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

${verdictsReport(run.measured, verdictsOn(run))}

## Plans

${plans(run.scannedTables)}

## SQL of the dashboards

One statement after another on one connection, from sending it to having its rows.

| Dashboard | p50 ms | p95 ms |
| --- | ---: | ---: |
${run.dashboardTimes.map(({ name, p50, p95 }) => `| ${name} | ${p50.toFixed(2)} | ${p95.toFixed(2)} |`).join('\n')}
${growth(run.grown)}
## Queries

${run.measured.map(queryReport).join('\n')}
${run.waiting.map(({ query, reason }) => `- **${query.id}** (${query.title}) was left out: ${reason}.\n`).join('')}
## How it was measured

${await circumstances(run)}
`;
}

/** Says so, above all figures, when they are not good enough to be quoted. */
function caution({ busyBefore, options }: Run): string {
  const reasons = [
    ...(options.rounds < LEAST_ROUNDS ? [`it had ${options.rounds} rounds of ${options.seconds} s`] : []),
    ...(busyBefore > AT_REST
      ? [`${(busyBefore * 100).toFixed(0)} % of the machine were busy before it began`]
      : []),
  ];
  return reasons.length === 0
    ? ''
    : `\n**Not to be quoted.** This run shows only that the benchmark works: ${reasons.join(', and ')}.\n`;
}

function growth(grown: Grown | null): string {
  if (grown === null) return '';
  const rows = grown.growths.map(
    ({ server, query, p50, p50OfTenTimes, ratio }) =>
      `| ${query.id}: ${query.title} | ${server.title} | ${p50.toFixed(1)} | ${p50OfTenTimes.toFixed(1)} | ${ratio.toFixed(2)}x |`,
  );
  return `
## Ten times the data

On the database of this run and on ${grown.volumes}, in turn.

| Query | Server | p50 ms | p50 ms with ten times the data | grown |
| --- | --- | ---: | ---: | ---: |
${rows.join('\n')}
`;
}

function plans(scannedTables: string[]): string {
  const said = 'reads a table of more than 10,000 rows from end to end, counts of everything aside';
  if (scannedTables.length === 0)
    return `No hot statement ${said}. Their plans: [query plans](query-plans.md).`;
  return `**A hot statement ${said}:**\n\n${scannedTables.map((line) => `- ${line}`).join('\n')}`;
}
