import { spawn } from 'node:child_process';
import type { ChildProcess, StdioOptions } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { parse } from 'node:path';
import { programPath } from './binaries.js';
import type { SystemUser } from './path-access.js';

/** How PostgreSQL's programs are run, for they refuse to run as root. */
export interface ProgramRunner {
  /** Folder of the programs (`bin`, `lib`, `share`). */
  binaries: string;
  /**
   * `path`: as `user`, or as this process's user when there is none.
   * `namespace`: in a user namespace that gives root's own files to an ordinary user id.
   * `descriptor`: as `user`, who gets the folder as an open descriptor because he may not walk there.
   */
  way: 'path' | 'namespace' | 'descriptor';
  user?: SystemUser;
}

const DESCRIPTOR = 3;
const NAMESPACE = ['unshare', '--user', '--map-user=1000', '--map-group=1000'];
/** Nothing of our own environment goes along: PGPORT, PGOPTIONS or LANG would change what is started. */
const ENVIRONMENT = { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin' };

/** The name under which a program run this way knows the folder. */
export function folderAsSeen(runner: ProgramRunner, folder: string): string {
  return runner.way === 'descriptor' ? `/proc/self/fd/${DESCRIPTOR}` : folder;
}

/**
 * Starts a program on a folder; `makeArguments` gets the folder's name as the program sees it.
 * With `lasting` it gets a process group of its own: Ctrl-C in the terminal must reach only this process,
 * which then stops the server in order.
 */
export function startProgram(
  runner: ProgramRunner,
  program: 'initdb' | 'postgres',
  folder: string,
  makeArguments: (folder: string) => string[],
  { output, lasting }: { output: number | 'pipe'; lasting: boolean },
): ChildProcess {
  const command = [programPath(runner.binaries, program), ...makeArguments(folderAsSeen(runner, folder))];
  const [file = '', ...rest] = runner.way === 'namespace' ? [...NAMESPACE, ...command] : command;
  const stdio: StdioOptions = ['ignore', output, output];
  const descriptor = runner.way === 'descriptor' ? openSync(folder, 'r') : undefined;
  try {
    return spawn(file, rest, {
      ...runner.user,
      stdio: descriptor === undefined ? stdio : [...stdio, descriptor],
      detached: lasting,
      windowsHide: true,
      // The current folder may be closed to that user.
      cwd: parse(folder).root,
      env: process.platform === 'win32' ? undefined : ENVIRONMENT,
    });
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** True when this machine lets us make the user namespace of the way `namespace`. */
export async function areNamespacesAllowed(): Promise<boolean> {
  const [file = '', ...options] = NAMESPACE;
  const trial = spawn(file, [...options, 'true'], { stdio: 'ignore', cwd: '/', env: ENVIRONMENT });
  return new Promise((resolve) => {
    trial.once('error', () => resolve(false));
    trial.once('exit', (code) => resolve(code === 0));
  });
}
