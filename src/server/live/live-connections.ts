import { SESSIONS_TOPIC } from '../../auth/announce-ended-sessions.js';
import { findLiveSessions } from '../../auth/find-live-sessions.js';
import type { AccessClaims } from '../../auth/tokens.js';
import type { Clock } from '../../platform/clock.js';
import type { Database } from '../../platform/database/database.js';
import type { LiveEvents } from '../../platform/live/live-events.js';
import type { Logger } from '../../platform/logging.js';
import { ENDINGS, type Ending } from './endings.js';

/** Tabs and devices of one person, in one process. */
const MAX_PER_USER = 10;

/** What a process holds open in all; each costs some 50 KB. */
const MAX_CONNECTIONS = 10_000;

export type Transport = 'websocket' | 'sse';

export interface LiveConnection {
  transport: Transport;
  claims: AccessClaims;
  /** How many subscriptions run on it. */
  subscriptionCount(): number;
  end(ending: Ending): void;
}

interface Surroundings {
  db: Database;
  clock: Clock;
  events: LiveEvents;
  log: Logger;
}

/** The open connections of this process, each of them only for as long as its session lives. */
export class LiveConnections {
  readonly #open = new Map<string, Set<LiveConnection>>();
  #count = 0;

  constructor(private readonly around: Surroundings) {}

  /** Null when there are too many already; else the function that takes it out again when it is closed. */
  add(connection: LiveConnection): (() => void) | null {
    const { userId } = connection.claims;
    const own = this.#open.get(userId) ?? new Set();
    if (own.size >= MAX_PER_USER || this.#count >= MAX_CONNECTIONS) return null;
    this.#open.set(userId, own.add(connection));
    this.#count += 1;
    const stopHearing = this.around.events.hear(userId, (event) => {
      if ('topic' in event && event.topic === SESSIONS_TOPIC) this.#checkSoon(connection);
    });
    return () => {
      if (!own.delete(connection)) return;
      this.#count -= 1;
      if (own.size === 0) this.#open.delete(userId);
      stopHearing();
    };
  }

  /** Open connections and the subscriptions on them. */
  count(transport: Transport): { connections: number; subscriptions: number } {
    const open = this.#all().filter((connection) => connection.transport === transport);
    const subscriptions = open.reduce((sum, connection) => sum + connection.subscriptionCount(), 0);
    return { connections: open.length, subscriptions };
  }

  /** Ends the connections whose token has expired or whose session is over. One statement, however many there are. */
  async endOutdated(connections = this.#all()): Promise<void> {
    const now = this.around.clock.now();
    const ids = new Set(connections.map(({ claims }) => claims.sessionId));
    const live = await findLiveSessions(this.around.db, [...ids], now);
    for (const connection of connections) {
      if (connection.claims.expiresAt <= now) connection.end(ENDINGS.tokenExpired);
      else if (!live.has(connection.claims.sessionId)) connection.end(ENDINGS.sessionEnded);
    }
  }

  endAll(ending: Ending): void {
    for (const connection of this.#all()) connection.end(ending);
  }

  /** A failure does not matter: all of them are looked at again in a moment. */
  #checkSoon(connection: LiveConnection): void {
    this.endOutdated([connection]).catch((error: unknown) => {
      this.around.log.warn({ err: error }, 'live: a session could not be checked');
    });
  }

  #all(): LiveConnection[] {
    const all: LiveConnection[] = [];
    for (const own of this.#open.values()) all.push(...own);
    return all;
  }
}
