import { EventEmitter } from 'node:events';
import { run, type WorkerEvents } from 'graphile-worker';
import type { JobServices } from './job-context.js';
import type { RunnableJob } from './job-kind.js';
import { queueLogger } from './queue-logger.js';
import { openQueuePool } from './queue-pool.js';
import { runJob } from './run-job.js';
import type { WorkerPresence } from './worker-presence.js';

/** Jobs of one process at a time. They wait for other servers far more than they work. */
const CONCURRENCY = 2;

/** One connection for each worker, and one that listens for new jobs. */
const POOL_SIZE = CONCURRENCY + 1;

/** How soon a job whose time has come is found; new ones are announced and found at once. */
const POLL_MS = 1000;

/**
 * Notes the end of jobs in batches of at most a tick. Only then does graphile-worker 0.18 tell that an end could not be
 * noted; without batches that is a promise rejected with nobody there, and a job locked by workers that live on.
 */
const END_IN_BATCHES: GraphileConfig.Preset = { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } };

export interface Workers {
  /** Settles when they have ended, asked to or not. */
  ended: Promise<void>;
  /** Lets running jobs finish. */
  stop(): Promise<void>;
}

/** The workers of this process. They end by themselves when PostgreSQL is away at the wrong moment. */
export async function startWorkers(
  databaseUrl: string,
  kinds: readonly RunnableJob[],
  services: JobServices,
  presence: WorkerPresence,
): Promise<Workers> {
  const pool = openQueuePool(databaseUrl, POOL_SIZE, services.log);
  const taskList = Object.fromEntries(
    kinds.map((kind) => [
      kind.name,
      (payload: unknown, { job }: { job: { id: string; attempts: number; max_attempts: number } }) =>
        runJob(kind, services, payload, job),
    ]),
  );
  const events: WorkerEvents = new EventEmitter();
  // The queue locks jobs in the name of the pool of workers, which is all of these together.
  events.on('pool:create', ({ workerPool }) => presence.announce(workerPool.id));
  // The end of a job could not be noted. The workers then stop, but may never say so (when two ends at once could not be
  // noted, graphile-worker 0.18 waits in vain), so they are given up here: their locked jobs are run once more.
  const failed = new Promise<void>((resolve) => {
    events.on('pool:fatalError', () => resolve());
  });
  try {
    const runner = await run({
      preset: END_IN_BATCHES,
      pgPool: pool,
      taskList,
      concurrency: CONCURRENCY,
      pollInterval: POLL_MS,
      noHandleSignals: true,
      logger: queueLogger(services.log),
      events,
    });
    const ended = Promise.race([runner.promise.catch(() => undefined), failed])
      .then(() => presence.withdraw())
      .then(() => pool.end());
    return {
      ended,
      stop: async () => {
        // Refused by a runner that is ending already.
        void runner.stop().catch(() => undefined);
        await ended;
      },
    };
  } catch (error) {
    await pool.end();
    throw error;
  }
}
