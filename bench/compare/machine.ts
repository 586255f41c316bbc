import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { cpus, release, totalmem } from 'node:os';
import { setTimeout } from 'node:timers/promises';

/** What the figures were made on, in words. */
export function machine(): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} cores (${cpu?.model.trim() ?? 'unknown'}), ${memory} GiB of memory, Linux ${release()}`;
}

const LOOK_MS = 5000;

/** Share of the cores that is busy for five seconds, from 0 to 1; what a neighbour takes of a shared machine is not seen. */
export async function busyShare(): Promise<number> {
  const before = processorTimes();
  await setTimeout(LOOK_MS);
  const after = processorTimes();
  return 1 - (after.idle - before.idle) / (after.all - before.all);
}

function processorTimes(): { idle: number; all: number } {
  const times = cpus().map((core) => core.times);
  const all = times.flatMap((one) => Object.values(one)).reduce((sum, time) => sum + time, 0);
  return { idle: times.reduce((sum, { idle }) => sum + idle, 0), all };
}

/** The commit that was measured, and its date. */
export function commit(): string {
  return execFileSync('git', ['log', '-1', '--format=%h of %cs'], { encoding: 'utf8' }).trim();
}

const NAMED = [
  '@apollo/server',
  'graphql-yoga',
  'mercurius',
  'postgraphile',
  'type-graphql',
  '@mikro-orm/core',
  'graphql',
  'pg',
];

/** Versions of the peers, as pinned in bench/package.json. */
export async function versions(): Promise<string> {
  const { dependencies } = JSON.parse(await readFile('bench/package.json', 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const named = NAMED.map((name) => `${name} ${dependencies[name] ?? '?'}`);
  return [`Node ${process.versions.node}`, ...named].join(', ');
}
