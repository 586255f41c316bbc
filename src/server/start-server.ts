import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { migrations } from '../../migrations/migrations.js';
import { Passwords } from '../auth/passwords.js';
import { Providers } from '../auth/providers/providers.js';
import { SignInGuard } from '../auth/sign-in-guard.js';
import { SigningKeys } from '../auth/signing-keys.js';
import { Tokens } from '../auth/tokens.js';
import { VerifiedTokens } from '../auth/verified-tokens.js';
import type { Config } from '../config.js';
import { createRateLimits } from '../graphql/rate-limit.js';
import { ViewerKeys } from '../jobs/viewer-keys.js';
import { PublicCache } from '../platform/cache.js';
import { systemClock, type Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { migrate } from '../platform/database/migrate.js';
import { startOrm } from '../platform/database/orm.js';
import { announceHere, announceThroughRedis, type Announcements } from '../platform/live/announcements.js';
import { LiveEvents } from '../platform/live/live-events.js';
import type { Logger } from '../platform/logging.js';
import { MailLinks } from '../platform/mail/mail-links.js';
import { createMailer } from '../platform/mail/mailer.js';
import { Metrics } from '../platform/metrics.js';
import { startQueue } from '../platform/queue/queue.js';
import { connectRedis, whenConnected } from '../platform/redis.js';
import { RequestLog } from '../platform/request-log.js';
import { shareChanges } from '../platform/share-changes.js';
import { watchChanges } from '../platform/watch-changes.js';
import { createApollo } from './apollo.js';
import { closeHttpServer } from './close-http-server.js';
import { entities } from './entities.js';
import { addExplorerRoutes } from './explorer-routes.js';
import { addFileRoutes } from './file-routes.js';
import { addGraphqlRoute } from './graphql-route.js';
import { createHttpServer } from './http.js';
import { jobKinds } from './job-kinds.js';
import { addLogoRoute } from './logo-route.js';
import { openLive } from './live/open-live.js';
import { mayOpenSocket } from './live/origins.js';
import { openFiles } from './open-files.js';
import { Readiness } from './readiness.js';
import { requestContext } from './request-context.js';
import { startScheduledTasks } from './scheduled-tasks.js';
import { createSchema } from './schema.js';
import { addServiceRoutes } from './service-routes.js';
import { readVersion } from './version.js';

export interface ServerSettings {
  config: Config;
  databaseUrl: string;
  authSecret: string;
  log: Logger;
  /** Tests bring their own. */
  clock?: Clock;
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
  const { config, log, clock = systemClock } = settings;
  const orm = await startOrm({
    databaseUrl: settings.databaseUrl,
    entities,
    migrations,
    poolSize: config.databasePoolSize,
    log,
  });
  await migrate(orm, settings.databaseUrl, log);
  await settings.onMigrated?.();
  const db = await Database.on(orm);
  const redis = config.redisUrl === undefined ? null : connectRedis(config.redisUrl, log);
  if (redis) await whenConnected(redis);
  return serve(settings, clock, db, redis);
}

async function serve(
  settings: ServerSettings,
  clock: Clock,
  db: Database,
  redis: Redis | null,
): Promise<RunningServer> {
  const { config, log } = settings;
  const isDevelopment = config.mode !== 'production';
  const keys = new SigningKeys(settings.authSecret, config.authSecretPrevious);
  const tokens = new Tokens(keys, config.accessTokenHours);
  const passwords = new Passwords(config.passwordHashCost);
  const providers = new Providers(config.oidcProviders);
  const mailLinks = new MailLinks(config.appUrl, liveSecrets(settings));
  const events = new LiveEvents();
  const announcements = announcementsOf(settings, redis, events, clock);
  const queue = await startQueue(settings.databaseUrl, jobKinds, {
    db,
    clock,
    log,
    mailLinks,
    announcements,
    mailer: createMailer({
      smtpUrl: config.smtpUrl,
      from: config.mailFrom,
      folder: join(config.dataDir, 'mail'),
    }),
    logsMailLinks: config.mode === 'development' && config.smtpUrl === undefined,
  });
  const viewerKeys = new ViewerKeys(settings.authSecret);
  const publicCache = new PublicCache(clock, config.listCacheSeconds);
  const stopSharing = keepTrue(publicCache, settings, db, redis);
  const metrics = new Metrics(db);
  const readiness = new Readiness(db, redis);
  const signInGuard = new SignInGuard(redis, keys);
  let url = '';
  const publicUrl = () => config.publicUrl ?? url;
  const files = await openFiles(config, settings.authSecret, clock, publicUrl);
  const service = { version: readVersion(), startedAt: clock.now(), check: () => readiness.check() };
  const { disk } = files;
  const services = {
    ...{ passwords, tokens, providers, signInGuard, viewerKeys, publicCache },
    ...{ publicUrl, disk, service },
  };
  const schema = await createSchema(services, createRateLimits(redis));
  const apollo = createApollo({ schema, metrics, publicCache, hasSandbox: isDevelopment });
  await apollo.start();

  const app = await createHttpServer(config, log);
  const sources = { db, clock, tokens: new VerifiedTokens(tokens), mailLinks };
  const live = openLive({ app, schema, sources, events, metrics, log });
  addGraphqlRoute(
    app,
    apollo,
    (request) => requestContext(sources, request, new RequestLog(log, request.id)),
    { ...live, maySocketOpen: (request) => mayOpenSocket(request, config) },
  );
  if (files.local) addFileRoutes(app, files.local);
  addLogoRoute(app, files.disk);
  addServiceRoutes(app, readiness, metrics, config.metricsToken);
  if (isDevelopment) addExplorerRoutes(app);
  const tasks = startScheduledTasks({ db, queue, files }, clock, log);
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
      announcements.close();
      stopSharing();
      redis?.disconnect();
      await db.close();
    },
  };
}

/** What is written is cached no more, here and in other processes. Answers what ends it. */
function keepTrue(
  cache: PublicCache,
  { config: { redisUrl }, log }: ServerSettings,
  db: Database,
  redis: Redis | null,
): () => void {
  watchChanges(db.orm, (names) => cache.changed(names));
  if (redis === null || redisUrl === undefined) return () => undefined;
  return shareChanges(cache, redis, redisUrl, log);
}

/** Without Redis there is one process, which tells itself. */
function announcementsOf(
  { config: { redisUrl }, log }: ServerSettings,
  redis: Redis | null,
  events: LiveEvents,
  clock: Clock,
): Announcements {
  if (redis === null || redisUrl === undefined) return announceHere(events);
  return announceThroughRedis(redis, { redisUrl, events, clock, log });
}

function liveSecrets({ authSecret, config: { authSecretPrevious } }: ServerSettings): string[] {
  return authSecretPrevious === undefined ? [authSecret] : [authSecret, authSecretPrevious];
}
