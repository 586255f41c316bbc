import { setTimeout } from 'node:timers/promises';
import { migrations } from '../../migrations/migrations.js';
import type { Config } from '../config.js';
import { systemClock, type Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { migrate } from '../platform/database/migrate.js';
import { startOrm } from '../platform/database/orm.js';
import type { Logger } from '../platform/logging.js';
import { connectRedis, disconnectRedis, whenConnected } from '../platform/redis.js';
import { entities } from './entities.js';
import { openApi } from './open-api.js';
import { openParts } from './open-parts.js';
import type { runEvery } from './run-every.js';
import { startScheduledTasks } from './scheduled-tasks.js';

export interface ServerSettings {
  config: Config;
  databaseUrl: string;
  authSecret: string;
  log: Logger;
  /** Tests bring their own. */
  clock?: Clock;
  /** Tests bring one that repeats nothing: what a scheduled task asks would be counted with what a request does. */
  repeat?: typeof runEvery;
  /** Runs once the schema is up to date and before the first request. */
  onMigrated?: () => Promise<void>;
}

export interface RunningServer {
  url: string;
  db: Database;
  /** Finishes what has begun, takes nothing new, and closes all connections. */
  stop(): Promise<void>;
}

/** Starts the API on a database that exists: migrates it, then listens. A start that fails closes what it has opened. */
export async function startServer(settings: ServerSettings): Promise<RunningServer> {
  // Closes in the reverse order of opening.
  await using opened = new AsyncDisposableStack();
  const { url, db } = await open(settings, opened);
  const running = opened.move();
  return { url, db, stop: () => running.disposeAsync() };
}

async function open(
  settings: ServerSettings,
  opened: AsyncDisposableStack,
): Promise<{ url: string; db: Database }> {
  const { config, databaseUrl, authSecret, log, clock = systemClock } = settings;
  const orm = await startOrm({ databaseUrl, entities, migrations, poolSize: config.databasePoolSize, log });
  opened.defer(() => orm.close(true));
  await migrate(orm, databaseUrl, log);
  await settings.onMigrated?.();
  const db = await Database.on(orm);
  const redis = config.redisUrl === undefined ? null : connectRedis(config.redisUrl, log);
  if (redis) {
    opened.defer(() => disconnectRedis(redis));
    await whenConnected(redis);
  }
  let url = '';
  const publicUrl = (): string => config.publicUrl ?? url;
  const foundations = { config, databaseUrl, authSecret, log, clock, db, redis, publicUrl };
  const parts = await openParts(foundations, opened);
  const app = await openApi(foundations, parts, opened);
  const tasks = startScheduledTasks({ db, ...parts }, clock, log, settings.repeat);
  opened.defer(() => tasks.stop());
  url = await app.listen({ host: config.host, port: config.port });
  opened.defer(async () => {
    parts.readiness.drain();
    await setTimeout(config.drainSeconds * 1000);
  });
  return { url, db };
}
