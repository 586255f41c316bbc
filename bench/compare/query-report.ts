import { ratePerSecond, ratioOf } from './figures.js';
import type { Measured } from './measure.js';
import type { ServerName } from './queries.js';

/** A generator this busy may have been the bottleneck. */
export const BUSY_GENERATOR = 0.85;

/** How many times the requests of each server one of ours answers. */
const RATIOS: [server: ServerName, heading: string][] = [
  ['ours', 'ours is'],
  ['uncached', 'ours, nothing kept, is'],
];

/** The table of one query. */
export function queryReport({ query, figures }: Measured): string {
  const ratios = RATIOS.flatMap(([name, heading]) => {
    const own = figures.find(({ server }) => server.name === name)?.figures;
    return own ? [{ name, heading, own }] : [];
  });
  const rows = figures.map(({ server, figures: of }) => {
    const busy = of.loadShare > BUSY_GENERATOR ? ' ⚠' : '';
    const cells = [
      server.title,
      `${of.perSecond.toFixed(0)} (${of.slowestRound.toFixed(0)}–${of.fastestRound.toFixed(0)})${busy}`,
      ...ratios.map(({ name, own }) =>
        name === server.name ? '' : `${ratioOf(own, of, ratePerSecond).toFixed(2)}x`,
      ),
      ...[of.p50, of.p95, of.p99].map((ms) => ms.toFixed(1)),
      of.cpuMsPerOperation.toFixed(2),
      of.statementsPerOperation?.toFixed(1).replace('.0', '') ?? '–',
      of.residentMiB.toFixed(0),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  const headings = ratios.map(({ heading }) => `${heading} | `).join('');
  return `### ${query.id}: ${query.title}

| Server | requests/s (min–max) | ${headings}p50 ms | p95 ms | p99 ms | CPU ms | statements | MiB |
| --- | ---: | ${'---: | '.repeat(ratios.length)}---: | ---: | ---: | ---: | ---: | ---: |
${rows.join('\n')}
${query.note === undefined ? '' : `\n${query.note}\n`}`;
}
