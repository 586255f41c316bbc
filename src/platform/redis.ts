import { Redis, type RedisOptions } from 'ioredis';
import type { Logger } from './logging.js';

/** Far more than Redis takes; a Redis that hangs must not make everything else hang. */
const COMMAND_TIMEOUT_MS = 500;

/** Else a stop while Redis is away keeps the process for two seconds more. */
const DISCONNECT_TIMEOUT_MS = 200;

/**
 * Connects to Redis. Commands fail at once while it is away, and soon when it hangs, instead of piling up: whoever uses
 * it has another way to go on.
 */
export function connectRedis(url: string, log: Logger, options: RedisOptions = {}): Redis {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    connectTimeout: 5000,
    commandTimeout: COMMAND_TIMEOUT_MS,
    disconnectTimeout: DISCONNECT_TIMEOUT_MS,
    ...options,
  });
  let isDown = false;
  redis.on('error', (error: Error) => {
    if (!isDown) log.error({ reason: error.message }, 'Redis is away; going on without it');
    isDown = true;
  });
  redis.on('ready', () => {
    if (isDown) log.info('Redis is back');
    isDown = false;
  });
  return redis;
}

/** Ends a connection for good. One that was just being made fails then, which is no news. */
export function disconnectRedis(redis: Redis): void {
  redis.removeAllListeners('error').on('error', () => undefined);
  redis.disconnect();
}

/** Waits until commands can be sent, or until it is clear that they cannot for now. */
export async function whenConnected(redis: Redis): Promise<void> {
  if (redis.status === 'ready') return;
  await new Promise<void>((resolve) => {
    redis.once('ready', () => resolve());
    redis.once('error', () => resolve());
  });
}
