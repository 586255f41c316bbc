import { setTimeout } from 'node:timers/promises';
import { migrations } from '../../migrations/migrations.js';
import type { Config } from '../config.js';
import { systemClock, type Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { migrate } from '../platform/database/migrate.js';
import { startOrm } from '../platform/database/orm.js';
import type { Logger } from '../platform/logging.js';
import { connectRedis, whenConnected } from '../platform/redis.js';
import { closeHttpServer } from './close-http-server.js';
import { entities } from './entities.js';
import { openApi } from './open-api.js';
import { openParts, type Foundations } from './open-parts.js';
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

/** Starts the API on a database that exists: migrates it, then listens. */
export async function startServer(settings: ServerSettings): Promise<RunningServer> {
  const { config, databaseUrl, authSecret, log, clock = systemClock } = settings;
  const orm = await startOrm({ databaseUrl, entities, migrations, poolSize: config.databasePoolSize, log });
  await migrate(orm, databaseUrl, log);
  await settings.onMigrated?.();
  const db = await Database.on(orm);
  const redis = config.redisUrl === undefined ? null : connectRedis(config.redisUrl, log);
  if (redis) await whenConnected(redis);
  return serve({ config, databaseUrl, authSecret, log, clock, db, redis }, settings.repeat);
}

async function serve(
  settings: Omit<Foundations, 'publicUrl'>,
  repeat: typeof runEvery | undefined,
): Promise<RunningServer> {
  const { config, log, clock, db, redis } = settings;
  let url = '';
  const foundations = { ...settings, publicUrl: () => config.publicUrl ?? url };
  const parts = await openParts(foundations);
  const { app, apollo, live } = await openApi(foundations, parts);
  const { queue, files, readiness } = parts;
  const tasks = startScheduledTasks({ db, queue, files }, clock, log, repeat);
  url = await app.listen({ host: config.host, port: config.port });
  return {
    url,
    db,
    stop: async () => {
      readiness.drain();
      await setTimeout(config.drainSeconds * 1000);
      await live.stop();
      await closeHttpServer(app);
      await tasks.stop();
      await queue.stop();
      await apollo.stop();
      parts.leave();
      redis?.disconnect();
      await db.close();
    },
  };
}
