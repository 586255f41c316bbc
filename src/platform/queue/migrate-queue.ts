import { runMigrations } from 'graphile-worker';
import type { Logger } from '../logging.js';
import { queueLogger } from './queue-logger.js';
import { openQueuePool } from './queue-pool.js';

/** Brings the tables of the queue up to date; they live in a schema of their own and belong to graphile-worker. */
export async function migrateQueue(databaseUrl: string, log?: Logger): Promise<void> {
  const pool = openQueuePool(databaseUrl, 2, log);
  try {
    await runMigrations({ pgPool: pool, logger: queueLogger(log) });
  } finally {
    await pool.end();
  }
}
