import { randomUUID } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { readErrorCode } from './error-code.js';
import { HOW_TO_GO_ON } from './how-to-go-on.js';
import { identifyProcess, isAlive } from './process-identity.js';
import type { ProcessIdentity } from './process-identity.js';

/** Held by the one process that may start, adopt and stop the server of a data folder. */
export interface OwnerLock {
  release: () => Promise<void>;
}

const PATIENCE_ATTEMPTS = 200;
const NOBODY: ProcessIdentity = { pid: 0, startedAt: '' };

/** Takes the lock, also from a dead owner. Throws one clear line when a living process holds it. */
export async function takeOwnerLock(folder: string, lockFile: string): Promise<OwnerLock> {
  // The claim is written whole and then linked: unlike a file opened with O_EXCL and filled afterwards,
  // the lock is never seen empty, so an unreadable one can only be the rest of a machine that crashed.
  const claim = `${lockFile}.${randomUUID()}`;
  const self = identifyProcess(process.pid);
  if (!self) throw new Error('This system does not tell when a process started: set DATABASE_URL.');
  await writeClaim(folder, claim, JSON.stringify(self));
  try {
    for (let attempt = 0; attempt < PATIENCE_ATTEMPTS; attempt++) {
      if (await linkIfAbsent(claim, lockFile)) return { release: () => release(lockFile, self) };
      const owner = await readOwner(lockFile);
      if (owner && isAlive(owner)) throw new Error(describeOwner(folder, owner));
      if (!(await removeDeadLock(claim, lockFile))) await sleep(10);
    }
    throw new Error(
      `The embedded database in ${folder} is being started by another process. ${HOW_TO_GO_ON}`,
    );
  } finally {
    await rm(claim, { force: true });
  }
}

/**
 * Removes the lock of a dead owner, under a guard: without it, of two processes that both saw the dead lock
 * the slower would remove the fresh lock of the faster. False when another process holds the guard.
 */
async function removeDeadLock(claim: string, lockFile: string): Promise<boolean> {
  const guard = `${lockFile}.guard`;
  if (!(await linkIfAbsent(claim, guard))) {
    const holder = await readOwner(guard);
    // A guard lives for a millisecond; one whose holder died in it is removed without a guard of its own.
    if (holder && !isAlive(holder)) await rm(guard, { force: true });
    return false;
  }
  try {
    const owner = await readOwner(lockFile);
    // A lock that is gone by now may be there anew the next moment: that one must not be removed.
    if (owner && !isAlive(owner)) await rm(lockFile, { force: true });
    return true;
  } finally {
    await rm(guard, { force: true });
  }
}

/** The folder may have been deleted and made anew by another process meanwhile: its lock is not ours. */
async function release(lockFile: string, self: ProcessIdentity): Promise<void> {
  const owner = await readOwner(lockFile);
  if (owner?.pid === self.pid && owner.startedAt === self.startedAt) await rm(lockFile, { force: true });
}

async function writeClaim(folder: string, claim: string, content: string): Promise<void> {
  try {
    await writeFile(claim, content, { flag: 'wx', mode: 0o644 });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The embedded database folder ${folder} cannot be written (${reason}). ${HOW_TO_GO_ON}`, {
      cause: error,
    });
  }
}

async function linkIfAbsent(existing: string, path: string): Promise<boolean> {
  try {
    await link(existing, path);
    return true;
  } catch (error) {
    if (readErrorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Undefined when there is no lock; the owner of an unreadable one is nobody, who is never alive. */
async function readOwner(lockFile: string): Promise<ProcessIdentity | undefined> {
  const text = await readFile(lockFile, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (parseIdentity(text) ?? NOBODY);
}

function parseIdentity(text: string): ProcessIdentity | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return undefined;
    if (!('pid' in value) || !('startedAt' in value)) return undefined;
    const { pid, startedAt } = value;
    return typeof pid === 'number' && typeof startedAt === 'string' ? { pid, startedAt } : undefined;
  } catch {
    return undefined;
  }
}

function describeOwner(folder: string, owner: ProcessIdentity): string {
  return `The embedded database in ${folder} is already used by process ${owner.pid}. Stop that one, or go on beside it: ${HOW_TO_GO_ON}`;
}
