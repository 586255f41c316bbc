import type { Redis } from 'ioredis';
import type { Clock } from '../clock.js';
import type { Logger } from '../logging.js';
import { connectRedis, disconnectRedis } from '../redis.js';
import type { LiveEvent } from './live-event.js';
import type { LiveEvents } from './live-events.js';
import { readEvents, writeEvents } from './wire-format.js';

/** One for all users: what is told are a few ids, and a process passes over those that nobody here listens to. */
const CHANNEL = 'intowork:live';

/** Tells all processes what happened to users. */
export interface Announcements {
  /** Rejects when the other processes cannot be reached. */
  announce(events: LiveEvent[]): Promise<void>;
  close(): void;
}

/** Without Redis there is one process, and telling it is a call. */
export function announceHere(events: LiveEvents): Announcements {
  return {
    announce: async (happened) => events.deliver(happened),
    close: () => undefined,
  };
}

/**
 * Through Redis, which forgets what it has passed on: what is said while this process does not hear is a gap, and
 * listeners are told of it as soon as the process hears again.
 */
export function announceThroughRedis(
  publisher: Redis,
  { redisUrl, events, clock, log }: { redisUrl: string; events: LiveEvents; clock: Clock; log: Logger },
): Announcements {
  // A connection that subscribes can do nothing else. It subscribes below, where a failure is noticed.
  const subscriber = connectRedis(redisUrl, log, { autoResubscribe: false });
  let deafSince: Date | null = clock.now();
  subscriber.on('message', (_channel: string, message: string) => events.deliver(readEvents(message)));
  subscriber.on('close', () => {
    deafSince ??= clock.now();
  });
  const listen = async (): Promise<void> => {
    await subscriber.subscribe(CHANNEL);
    if (deafSince !== null) events.deliverGap(deafSince);
    deafSince = null;
  };
  subscriber.on('ready', () => {
    listen().catch((error: unknown) => {
      log.warn({ err: error }, 'live: could not listen to Redis; connecting anew');
      subscriber.disconnect(true);
    });
  });
  return {
    announce: async (happened) => {
      await publisher.publish(CHANNEL, writeEvents(happened));
    },
    close: () => disconnectRedis(subscriber),
  };
}
