import type { Logger } from '../platform/logging.js';

export interface Repeating {
  /** Waits for a run in progress; none follows. */
  stop(): Promise<void>;
}

/** Runs a task again and again, never twice at once; a failure is logged and the next run comes all the same. */
export function runEvery(
  milliseconds: number,
  log: Logger,
  name: string,
  task: () => Promise<unknown>,
): Repeating {
  let running = Promise.resolve();
  let isRunning = false;
  const timer = setInterval(() => {
    if (isRunning) return;
    isRunning = true;
    running = task()
      .then(
        () => undefined,
        (error: unknown) => log.error({ err: error }, `${name} failed`),
      )
      .finally(() => {
        isRunning = false;
      });
  }, milliseconds);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
