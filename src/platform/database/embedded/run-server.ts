import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { chown, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataFolder } from './data-folder.js';
import { findFreePort } from './free-port.js';
import { readPostmasterFile } from './postmaster-file.js';
import { identifyProcess } from './process-identity.js';
import type { ProcessIdentity } from './process-identity.js';
import { startProgram } from './program-runner.js';
import type { ProgramRunner } from './program-runner.js';
import { readLogTail, rotateLog } from './server-log.js';
import { makeServerArguments } from './server-settings.js';
import { stopServer } from './stop-server.js';
import { waitUntilReady } from './wait-until-ready.js';

/** A server that takes connections on 127.0.0.1. */
export interface RunningServer {
  process: ProcessIdentity;
  port: number;
  /** Absent when it was found running. */
  child?: ChildProcess;
}

export interface ServerWish {
  /** Preferred port; another is taken when it is busy. */
  port: number;
  durable: boolean;
}

const ATTEMPTS = 5;
/** Another process took the port after we looked, or the backends of a killed server are still ending. */
const PASSING_TROUBLE =
  /could not bind|could not create any TCP\/IP sockets|pre-existing shared memory block/;

/** Starts the server of the folder and waits until it is ready; throws with the end of its log. */
export async function runServer(
  folder: DataFolder,
  runner: ProgramRunner,
  { port: preferred, durable }: ServerWish,
): Promise<RunningServer> {
  await handOver(folder.cluster, runner);
  await rotateLog(folder);
  for (let attempt = 1; ; attempt++) {
    const port = await findFreePort(attempt === 1 ? preferred : 0);
    const server = await launch(folder, runner, { port, durable });
    if (server) return server;
    const log = await readLogTail(folder);
    if (attempt === ATTEMPTS || !PASSING_TROUBLE.test(log)) {
      throw new Error(
        `The embedded PostgreSQL in ${folder.root} did not start. The end of ${folder.logFile}:\n${log}`,
      );
    }
    await sleep(100 * attempt);
  }
}

async function launch(
  folder: DataFolder,
  runner: ProgramRunner,
  { port, durable }: ServerWish,
): Promise<RunningServer | undefined> {
  const left = await readPostmasterFile(folder.cluster);
  const log = openSync(folder.logFile, 'w', 0o600);
  const makeArguments = (cluster: string) => makeServerArguments(cluster, port, durable);
  const child = startProgram(runner, 'postgres', folder.cluster, makeArguments, {
    output: log,
    lasting: true,
  });
  closeSync(log);
  let failure: Error | undefined;
  child.once('error', (error) => (failure = error));
  child.unref();
  const identity = child.pid === undefined ? undefined : identifyProcess(child.pid);
  if (identity && (await waitUntilReady(folder.cluster, identity, left?.text))) {
    return { process: identity, port, child };
  }
  if (identity) await stopServer(identity);
  if (failure) throw failure;
  return undefined;
}

/** A cluster made in root's own way is given to the user whom PostgreSQL must now run as. */
async function handOver(cluster: string, { user }: ProgramRunner): Promise<void> {
  if (!user || (await stat(cluster)).uid === user.uid) return;
  for (const path of await readdir(cluster, { recursive: true })) {
    await chown(join(cluster, path), user.uid, user.gid);
  }
  await chown(cluster, user.uid, user.gid);
}
