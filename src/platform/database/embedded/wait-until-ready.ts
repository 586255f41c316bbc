import { setTimeout as sleep } from 'node:timers/promises';
import { readPostmasterFile } from './postmaster-file.js';
import { isAlive } from './process-identity.js';
import type { ProcessIdentity } from './process-identity.js';

const POLL_MS = 5;
/** Generous: after a crash the server first replays its log. */
const LIMIT_MS = 120_000;

/**
 * Waits for the server to take connections. False when it ends, stops, or is not ready within two minutes.
 * `leftFile` is the text of a dead server's postmaster.pid: in a container the new server often has the same
 * process id, and the old file would be believed until it is replaced.
 */
export async function waitUntilReady(
  cluster: string,
  server: ProcessIdentity,
  leftFile?: string,
): Promise<boolean> {
  const deadline = performance.now() + LIMIT_MS;
  while (isAlive(server) && performance.now() < deadline) {
    const file = await readPostmasterFile(cluster);
    if (file?.pid === server.pid && file.text !== leftFile) {
      if (file.status === 'ready') return true;
      if (file.status === 'stopping') return false;
    }
    await sleep(POLL_MS);
  }
  return false;
}
