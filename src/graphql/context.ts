import type { Clock } from '../platform/clock.js';
import type { Database } from '../platform/database/database.js';
import type { Gap, LiveEvent } from '../platform/live/live-event.js';
import type { MailLinks } from '../platform/mail/mail-links.js';
import type { Log } from '../platform/request-log.js';
import type { Viewer } from './viewer.js';

/** What a request carries to every resolver and act. */
export interface Context {
  /** Null for an anonymous request. */
  viewer: Viewer | null;
  db: Database;
  clock: Clock;
  log: Log;
  mailLinks: MailLinks;
  requestId: string;
  client: Client;
  /** Names and values of headers the answer shall carry. */
  responseHeaders: Map<string, string>;
  /** See `defineLoader`. Never shared by two contexts: what is loaded may depend on the viewer. */
  loaders: Map<object, unknown>;
  /** Calls left under the closest rate limit the operation has met so far. */
  callsLeft: number;
  /** What happens to a user from now on, for as long as the subscription lasts; null unless it is one. */
  eventsOf: ((userId: string) => AsyncIterable<LiveEvent | Gap>) | null;
}

/** Where the request comes from. */
export interface Client {
  /** As far as trusted proxies tell. */
  ip: string;
  userAgent: string | null;
}
