import { mkdir, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { median, percentile } from './figures.js';
import type { LoadResult } from './load-process.js';
import { commit, machine } from './machine.js';
import type { MetricsSample } from './metrics-samples.js';
import { CONDITIONS } from './options.js';

export interface SoakSample extends LoadResult {
  /** Of one core, used by the server. */
  cpuShare: number;
  residentMiB: number;
  metrics: MetricsSample[];
}

export interface Soak {
  samples: SoakSample[];
  volumes: string;
  out: string;
}

const ROWS = 10;
/** Of the run: code is compiled, caches and heap grow to their size. */
const WARM_UP_SHARE = 0.2;
const ALLOWED_GROWTH = 0.05;
const ALLOWED_POOL_USE = 0.8;

/** Writes what a long run has shown. */
export async function reportSoak(soak: Soak): Promise<void> {
  const path = join(soak.out, 'performance-soak.md');
  const page = await format(pageOf(soak), { ...(await resolveConfig(path)), parser: 'markdown' });
  await mkdir(soak.out, { recursive: true });
  await writeFile(path, page);
  process.stdout.write(`written: ${path}\n`);
}

function pageOf({ samples, volumes }: Soak): string {
  const operations = samples.reduce((sum, sample) => sum + sample.operations, 0);
  const seconds = samples.reduce((sum, sample) => sum + sample.seconds, 0);
  const growth = growthOf(samples.map(({ residentMiB }) => residentMiB));
  const metrics = samples.flatMap((sample) => sample.metrics);
  const busy = metrics
    .map(({ busyConnections }) => busyConnections / CONDITIONS.poolSize)
    .toSorted((a, b) => a - b);
  const mean = busy.reduce((sum, share) => sum + share, 0) / busy.length;
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  const met = (isMet: boolean) => (isMet ? 'met' : '**not met**');
  return `# Under load for long

Written by \`npm run bench:soak\`: the mix of Q9 (60 % lists, 25 % dashboards, 15 % writes) on ${CONDITIONS.connections} connections that each send their
next request when the last is answered, for ${(seconds / 60).toFixed(0)} minutes; ${operations.toLocaleString('en')} requests, none of them answered with an error, which
would have ended the run.

| Target | This run | |
| --- | ---: | --- |
| Memory after warming up grows by less than ${percent(ALLOWED_GROWTH)} | ${percent(growth)} | ${met(growth < ALLOWED_GROWTH)} |
| Mean use of the pool under ${percent(ALLOWED_POOL_USE)} | ${percent(mean)} | ${met(mean < ALLOWED_POOL_USE)} |
| Greatest use of the pool | ${percent(percentile(busy, 1))} | |
| Samples with somebody waiting for a connection | ${metrics.filter(({ waiting }) => waiting > 0).length} of ${metrics.length} | |

Memory is what the process holds, and compares the medians of the first and the last fifth after the first ${WARM_UP_SHARE * 100} % of the run. The
pool's use is what \`/metrics\` told every half second: busy connections of ${CONDITIONS.poolSize}. The heap is the least in use that it told in
those minutes, which is near to what garbage collection leaves: it grows if something is never let go.

| Minute | requests/s | p50 ms | p99 ms | server's core | MiB | heap MiB |
| ---: | ---: | ---: | ---: | ---: | ---: | ---: |
${rows(samples).join('\n')}

Machine: ${machine()}. Load at the end, the run's own included: ${loadavg()[0]?.toFixed(1)}. Measured: commit ${commit()}, on ${volumes}.
`;
}

/** How much more memory is held at the end than once warm. */
function growthOf(resident: number[]): number {
  const warm = resident.slice(Math.floor(resident.length * WARM_UP_SHARE));
  const fifth = Math.max(1, Math.floor(warm.length / 5));
  return median(warm.slice(-fifth)) / median(warm.slice(0, fifth)) - 1;
}

function rows(samples: SoakSample[]): string[] {
  const size = Math.max(1, Math.ceil(samples.length / ROWS));
  const lines: string[] = [];
  let seconds = 0;
  for (let start = 0; start < samples.length; start += size) {
    const part = samples.slice(start, start + size);
    const of = (pick: (sample: SoakSample) => number, digits: number) =>
      median(part.map(pick)).toFixed(digits);
    seconds += part.reduce((sum, sample) => sum + sample.seconds, 0);
    const cells = [
      (seconds / 60).toFixed(1),
      of((sample) => sample.operations / sample.seconds, 0),
      of(({ p50 }) => p50, 1),
      of(({ p99 }) => p99, 1),
      `${of(({ cpuShare }) => cpuShare * 100, 0)} %`,
      of(({ residentMiB }) => residentMiB, 0),
      Math.min(...part.flatMap(({ metrics }) => metrics.map(({ heapMiB }) => heapMiB))).toFixed(0),
    ];
    lines.push(`| ${cells.join(' | ')} |`);
  }
  return lines;
}
