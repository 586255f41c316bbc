import { readFile, readlink, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { answersSignals, identifyProcess } from './process-identity.js';
import type { ProcessIdentity } from './process-identity.js';

/** What a server says about itself in the file `postmaster.pid` of its cluster. */
export interface PostmasterFile {
  pid: number;
  /** The cluster's path as the server knows it. */
  folder: string;
  port: number;
  /** `starting`, `ready`, `standby` or `stopping`. */
  status: string;
  /** The whole file. */
  text: string;
}

/** Undefined when there is no such file, or it is not complete yet. */
export async function readPostmasterFile(cluster: string): Promise<PostmasterFile | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = text.split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return { pid, folder: lines[1] ?? '', port, status: lines[7]?.trim() ?? 'starting', text };
}

/**
 * The server that runs on the cluster, if one does. The file of a dead one is left to PostgreSQL, which then
 * looks for surviving backends; but when its id now belongs to something else PostgreSQL would refuse to
 * start, and the file is removed here.
 */
export async function findServer(cluster: string): Promise<ProcessIdentity | undefined> {
  const file = await readPostmasterFile(cluster);
  if (!file) return undefined;
  const found = identifyProcess(file.pid);
  if (found && (await runsOn(file, cluster))) return found;
  if (answersSignals(file.pid)) await rm(join(cluster, 'postmaster.pid'), { force: true });
  return undefined;
}

/** A copied folder holds the file of a server that runs elsewhere: the server's own folder decides. */
async function runsOn(file: PostmasterFile, cluster: string): Promise<boolean> {
  if (process.platform !== 'linux') return file.folder === cluster;
  return (await readlink(`/proc/${file.pid}/cwd`).catch(() => '')) === cluster;
}
