import { randomBytes } from 'node:crypto';
import type { ChildProcess } from 'node:child_process';
import { chown, mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataFolder } from './data-folder.js';
import { startProgram } from './program-runner.js';
import type { ProgramRunner } from './program-runner.js';
import { SUPERUSER } from './server-connection.js';

const DRAFT_PREFIX = 'cluster.new-';
/**
 * Tried in turn: sorting never depends on them (see the built-in provider below), but pg_trgm asks them which
 * characters are letters, and in plain C an É is none.
 */
const CHARACTER_TYPES = ['C.UTF-8', 'en_US.UTF-8', 'C'];

/** True when the folder holds a whole cluster: a draft gets the name `cluster` only once it is whole. */
export async function hasCluster(folder: DataFolder): Promise<boolean> {
  return stat(folder.cluster).then(
    () => true,
    () => false,
  );
}

/** Makes a new cluster and its password. An interrupted run leaves nothing but a draft, removed by the next. */
export async function createCluster(
  folder: DataFolder,
  runner: ProgramRunner,
  durable: boolean,
): Promise<void> {
  await removeDrafts(folder);
  const suffix = randomBytes(6).toString('hex');
  const draft = join(folder.root, `${DRAFT_PREFIX}${suffix}`);
  const password = randomBytes(24).toString('hex');
  await mkdir(draft, { mode: 0o700 });
  await writePassword(join(draft, 'password'), password);
  await giveTo(runner, draft, join(draft, 'password'));
  await initialise(draft, runner, durable);
  await writePassword(folder.passwordFile, password);
  await rename(join(draft, 'data'), folder.cluster);
  await rm(draft, { recursive: true, force: true });
  if (durable) await syncFolder(folder.root);
}

async function initialise(draft: string, runner: ProgramRunner, durable: boolean): Promise<void> {
  let output = '';
  for (const characterType of CHARACTER_TYPES) {
    const child = startProgram(
      runner,
      'initdb',
      draft,
      (seen) => initdbArguments(seen, characterType, durable),
      {
        output: 'pipe',
        lasting: false,
      },
    );
    const result = await collect(child);
    if (result.succeeded) return;
    output = result.output;
    if (!output.includes('invalid locale name')) break;
  }
  throw new Error(`The embedded PostgreSQL could not make its data folder:\n${output.trim()}`);
}

function initdbArguments(draft: string, characterType: string, durable: boolean): string[] {
  return [
    `--pgdata=${draft}/data`,
    `--username=${SUPERUSER}`,
    '--auth=scram-sha-256',
    `--pwfile=${draft}/password`,
    // A long random password needs no stretching, and every connection pays for it.
    '--set=scram_iterations=1',
    '--encoding=UTF8',
    // Built in, so that texts sort the same on every machine and accented letters have their lower case.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    `--lc-ctype=${characterType}`,
    '--no-instructions',
    ...(durable ? [] : ['--no-sync']),
  ];
}

async function collect(child: ChildProcess): Promise<{ succeeded: boolean; output: string }> {
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ succeeded: false, output: error.message }));
    child.once('close', (code) => resolve({ succeeded: code === 0, output }));
  });
}

/** An initdb that outlived its starter may still be writing into one: then it is left for the next time. */
async function removeDrafts(folder: DataFolder): Promise<void> {
  const drafts = (await readdir(folder.root)).filter((name) => name.startsWith(DRAFT_PREFIX));
  for (const name of drafts) {
    await rm(join(folder.root, name), { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
  }
}

async function giveTo({ user }: ProgramRunner, ...paths: string[]): Promise<void> {
  if (user) await Promise.all(paths.map((path) => chown(path, user.uid, user.gid)));
}

async function writePassword(path: string, password: string): Promise<void> {
  await rm(path, { force: true });
  await writeFile(path, `${password}\n`, { mode: 0o600, flag: 'wx', flush: true });
}

async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
