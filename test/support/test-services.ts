import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MikroORM } from '@mikro-orm/postgresql';
import { migrations } from '../../migrations/migrations.js';
import { startEmbeddedPostgres } from '../../src/platform/database/embedded/embedded-postgres.js';
import { migrate } from '../../src/platform/database/migrate.js';
import { ormOptions } from '../../src/platform/database/orm.js';
import { entities } from '../../src/server/entities.js';
import { findRedis } from './find-redis.js';
import { expectNoSecretsKeptIn } from './log-secrets.js';
import { TEMPLATE } from './test-database.js';

/** Starts what all test files share: PostgreSQL with a migrated template database, Redis, and a folder for logs. */
export async function startTestServices(): Promise<{ stop(): Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'intowork-test-'));
  const logDir = await mkdtemp(join(tmpdir(), 'intowork-test-logs-'));
  const postgres = await startEmbeddedPostgres({ dataDir, database: TEMPLATE, durable: false });
  await migrateTemplate(postgres.url);
  const redis = await findRedis();
  if (!redis) announceMissingRedis();

  // Workers are started after this and inherit the environment.
  process.env['TEST_POSTGRES_URL'] = postgres.url;
  process.env['TEST_REDIS_URL'] = redis?.url ?? '';
  process.env['TEST_LOG_DIR'] = logDir;
  return {
    stop: async () => {
      await redis?.stop();
      await postgres.stop();
      await rm(dataDir, { recursive: true, force: true });
      try {
        expectNoSecretsKeptIn(logDir);
      } finally {
        await rm(logDir, { recursive: true, force: true });
      }
    },
  };
}

async function migrateTemplate(databaseUrl: string): Promise<void> {
  const orm = await MikroORM.init({
    ...ormOptions({ databaseUrl, entities, migrations, poolSize: 1 }),
    logger: () => undefined,
  });
  await migrate(orm, databaseUrl);
  // PostgreSQL copies a template only while nobody is connected to it.
  await orm.close(true);
}

function announceMissingRedis(): void {
  if (process.env['CI'] === 'true')
    throw new Error('Redis is needed in CI: install redis-server or set REDIS_URL.');
  process.stderr.write(
    '\nNo Redis found: the tests that need one are SKIPPED. Install redis-server or set REDIS_URL.\n',
  );
}
