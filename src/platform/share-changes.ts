import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { PublicCache } from './cache.js';
import type { Logger } from './logging.js';
import { connectRedis, disconnectRedis } from './redis.js';

const CHANNEL = 'intowork:changed';

interface Change {
  /** The process that tells. */
  from: string;
  tags: string[];
}

/**
 * Tells the caches of other processes through Redis what this one has changed, and this one's what they have. While Redis
 * is away answers of other processes are as old as they may be, and no older.
 *
 * @returns what ends it
 */
export function shareChanges(
  cache: PublicCache,
  publisher: Redis,
  redisUrl: string,
  log: Logger,
): () => void {
  const self = randomUUID();
  cache.onChange((tags) => {
    publisher.publish(CHANNEL, JSON.stringify({ from: self, tags })).catch((error: unknown) => {
      log.debug({ err: error }, 'cache: could not tell other processes what has changed');
    });
  });
  // A connection that subscribes can do nothing else.
  const subscriber = connectRedis(redisUrl, log);
  subscriber.on('message', (_channel: string, message: string) => {
    const { from, tags } = JSON.parse(message) as Change;
    if (from !== self) cache.forget(tags);
  });
  subscriber.on('ready', () => {
    subscriber.subscribe(CHANNEL).catch((error: unknown) => {
      log.warn({ err: error }, 'cache: could not listen to Redis; connecting anew');
      subscriber.disconnect(true);
    });
  });
  return () => disconnectRedis(subscriber);
}
