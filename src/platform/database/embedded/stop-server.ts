import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from './process-identity.js';
import type { ProcessIdentity } from './process-identity.js';

const POLL_MS = 5;
/** PostgreSQL's fast shutdown, then its immediate one, then none at all; each with its patience. */
const STEPS: readonly { signal: NodeJS.Signals; patience: number }[] = [
  { signal: 'SIGINT', patience: 5_000 },
  { signal: 'SIGQUIT', patience: 6_000 },
  { signal: 'SIGKILL', patience: 2_000 },
];

/** Stops the server and waits for its end; nothing happens when it has ended already. */
export async function stopServer(server: ProcessIdentity): Promise<void> {
  for (const { signal, patience } of STEPS) {
    if (!sendSignal(server, signal)) return;
    const deadline = performance.now() + patience;
    while (performance.now() < deadline) {
      if (!isAlive(server)) return;
      await sleep(POLL_MS);
    }
  }
}

/** Sends the signal unless the process has ended; false then. Synchronous, for the last moments of ours. */
export function sendSignal(server: ProcessIdentity, signal: NodeJS.Signals): boolean {
  try {
    return isAlive(server) && process.kill(server.pid, signal);
  } catch {
    return false;
  }
}
