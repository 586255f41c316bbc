import { Pool } from 'pg';
import type { Logger } from '../logging.js';

/** How PostgreSQL and whoever looks into it tell the queue's connections from those of requests. */
export const QUEUE_APPLICATION_NAME = 'intowork queue';

/** Connections of the queue's own. Errors of a lost one are events; without a listener they would end the process. */
export function openQueuePool(connectionString: string, max: number, log?: Logger): Pool {
  const pool = new Pool({ connectionString, max, application_name: QUEUE_APPLICATION_NAME });
  const onError = (error: Error): void => {
    // The end of a pool does not wait for connections to be closed: PostgreSQL may stop before, which is no loss.
    if (!pool.ending) log?.warn({ err: error }, 'queue: a connection was lost');
  };
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', onError));
  return pool;
}
