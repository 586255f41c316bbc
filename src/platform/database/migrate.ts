import type { MikroORM } from '@mikro-orm/postgresql';
import { Client, type Pool } from 'pg';
import type { Logger } from '../logging.js';
import { migrateQueue } from '../queue/migrate-queue.js';

/** Any number will do, as long as nothing else in the database uses it. */
const MIGRATION_LOCK = 7_203_145;

/** Brings the schema up to date; of several processes starting at once one does it while the others wait. */
export async function migrate(orm: MikroORM, databaseUrl: string, log?: Logger): Promise<void> {
  const pool: Pool = await orm.em.getConnection().getNativeClient();
  // A connection beside the pool's: a pool of one would wait for itself.
  const client = new Client(pool.options);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await orm.migrator.up();
    await migrateQueue(databaseUrl, log);
  } finally {
    // The lock ends with its session.
    await client.end();
  }
}
