import { setTimeout } from 'node:timers/promises';
import type { JobServices } from './job-context.js';
import type { RunnableJob } from './job-kind.js';
import { startWorkers, type Workers } from './start-workers.js';
import { releaseJobsOfDeadWorkers, WorkerPresence } from './worker-presence.js';

const RESTART_MS = 2000;

export interface Queue {
  /** Gives back the jobs of processes that died, and shows that the workers of this one live. */
  tend(): Promise<void>;
  /** Takes no new jobs, and waits for those that run. */
  stop(): Promise<void>;
}

/** Runs the jobs of PostgreSQL's queue, side by side with all other processes. */
export async function startQueue(
  databaseUrl: string,
  kinds: readonly RunnableJob[],
  services: JobServices,
): Promise<Queue> {
  const presence = new WorkerPresence(databaseUrl, services.log);
  const start = (): Promise<Workers> => startWorkers(databaseUrl, kinds, services, presence);
  const stopping = new AbortController();
  let workers: Workers | null = await start();

  async function keepRunning(): Promise<void> {
    while (!stopping.signal.aborted) {
      await workers?.ended;
      if (stopping.signal.aborted) return;
      services.log.warn('queue: the workers ended; starting others');
      await setTimeout(RESTART_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) return;
      workers = await start().catch((error: unknown) => {
        services.log.warn({ err: error }, 'queue: no workers could be started');
        return null;
      });
    }
  }
  const kept = keepRunning();

  return {
    tend: async () => {
      await presence.renew();
      await releaseJobsOfDeadWorkers(services.db);
    },
    stop: async () => {
      stopping.abort();
      await workers?.stop();
      await kept;
      // One that was just being started when the end came.
      await workers?.stop();
    },
  };
}
