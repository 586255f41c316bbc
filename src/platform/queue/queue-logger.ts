import { Logger as QueueLogger, type LogLevel } from 'graphile-worker';
import type { Logger } from '../logging.js';

const LEVELS: Record<LogLevel, 'error' | 'warn' | 'debug' | 'trace'> = {
  error: 'error',
  warning: 'warn',
  // One line for each job, and for each start and stop.
  info: 'debug',
  debug: 'trace',
};

/**
 * What graphile-worker has to say, in our log. A job that failed is left out: run-job.ts tells of it, without the
 * message of its error, which may quote an address.
 */
export function queueLogger(log?: Logger): QueueLogger {
  return new QueueLogger(() => (level, message, meta) => {
    if (meta?.['failure'] === true) return;
    // The lines after the first are a stack.
    log?.[LEVELS[level]](`queue: ${message.split('\n', 1)[0] ?? ''}`);
  });
}
