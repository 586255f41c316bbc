import { join } from 'node:path';
import type { Redis } from 'ioredis';
import { Passwords } from '../auth/passwords.js';
import { Providers } from '../auth/providers/providers.js';
import { SignInGuard } from '../auth/sign-in-guard.js';
import { SigningKeys } from '../auth/signing-keys.js';
import { Tokens } from '../auth/tokens.js';
import type { Config } from '../config.js';
import { ViewerKeys } from '../jobs/viewer-keys.js';
import { PublicCache } from '../platform/cache.js';
import type { Clock } from '../platform/clock.js';
import type { Database } from '../platform/database/database.js';
import { announceHere, announceThroughRedis, type Announcements } from '../platform/live/announcements.js';
import { LiveEvents } from '../platform/live/live-events.js';
import type { Logger } from '../platform/logging.js';
import { MailLinks } from '../platform/mail/mail-links.js';
import { createMailer } from '../platform/mail/mailer.js';
import { Metrics } from '../platform/metrics.js';
import { startQueue, type Queue } from '../platform/queue/queue.js';
import { shareChanges } from '../platform/share-changes.js';
import { watchChanges } from '../platform/watch-changes.js';
import { jobKinds } from './job-kinds.js';
import { openFiles, type OpenFiles } from './open-files.js';
import { Readiness } from './readiness.js';
import type { Services } from './schema.js';
import { readVersion } from './version.js';

/** What a process is given to begin with. */
export interface Foundations {
  config: Config;
  databaseUrl: string;
  authSecret: string;
  log: Logger;
  clock: Clock;
  db: Database;
  /** Null for a process that is the only one. */
  redis: Redis | null;
  /** Where clients reach this server; known once it listens. */
  publicUrl: () => string;
}

/** What its schema and its routes are made of. */
export interface Parts {
  services: Services;
  mailLinks: MailLinks;
  events: LiveEvents;
  queue: Queue;
  metrics: Metrics;
  readiness: Readiness;
  files: OpenFiles;
}

export async function openParts(foundations: Foundations, opened: AsyncDisposableStack): Promise<Parts> {
  const { config, authSecret, clock, db, redis, publicUrl } = foundations;
  const keys = new SigningKeys(authSecret, config.authSecretPrevious);
  const mailLinks = new MailLinks(config.appUrl, liveSecrets(foundations));
  const events = new LiveEvents();
  const announcements = announcementsOf(foundations, events);
  opened.defer(() => announcements.close());
  const queue = await openQueue(foundations, mailLinks, announcements);
  opened.defer(() => queue.stop());
  const publicCache = new PublicCache(clock, config.listCacheSeconds);
  opened.defer(keepTrue(publicCache, foundations));
  const readiness = new Readiness(db, redis);
  const files = await openFiles(config, authSecret, clock, publicUrl);
  const services: Services = {
    passwords: new Passwords(config.passwordHashCost),
    tokens: new Tokens(keys, config.accessTokenHours),
    providers: new Providers(config.oidcProviders),
    signInGuard: new SignInGuard(redis, keys),
    viewerKeys: new ViewerKeys(authSecret),
    service: { version: readVersion(), startedAt: clock.now(), check: () => readiness.check() },
    disk: files.disk,
    publicCache,
    publicUrl,
  };
  return { services, mailLinks, events, queue, metrics: new Metrics(db), readiness, files };
}

function openQueue(
  { config, databaseUrl, db, clock, log }: Foundations,
  mailLinks: MailLinks,
  announcements: Announcements,
): Promise<Queue> {
  const mailer = createMailer({
    smtpUrl: config.smtpUrl,
    from: config.mailFrom,
    folder: join(config.dataDir, 'mail'),
  });
  const logsMailLinks = config.mode === 'development' && config.smtpUrl === undefined;
  const services = { db, clock, log, mailLinks, announcements, mailer, logsMailLinks };
  return startQueue(databaseUrl, jobKinds, services);
}

/** What is written is cached no more, here and in other processes. Answers what ends it. */
function keepTrue(cache: PublicCache, { config: { redisUrl }, log, db, redis }: Foundations): () => void {
  watchChanges(db.orm, (names) => cache.changed(names));
  if (redis === null || redisUrl === undefined) return () => undefined;
  return shareChanges(cache, redis, redisUrl, log);
}

/** Without Redis there is one process, which tells itself. */
function announcementsOf(
  { config: { redisUrl }, log, redis, clock }: Foundations,
  events: LiveEvents,
): Announcements {
  if (redis === null || redisUrl === undefined) return announceHere(events);
  return announceThroughRedis(redis, { redisUrl, events, clock, log });
}

function liveSecrets({ authSecret, config: { authSecretPrevious } }: Foundations): string[] {
  return authSecretPrevious === undefined ? [authSecret] : [authSecret, authSecretPrevious];
}
