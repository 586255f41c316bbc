import type { Redis } from 'ioredis';
import {
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';

interface CounterSettings {
  keyPrefix: string;
  /** How many may be taken of one key while it lives. */
  points: number;
  /** How long a key lives, from its first point on. */
  seconds: number;
}

/** What became of the wish for a point. */
export interface Taken {
  isAllowed: boolean;
  /** How many were taken of this key, this one included. */
  count: number;
  /** Until the key starts anew. */
  msLeft: number;
  /** Undoes it, there where it was counted. */
  giveBack(): Promise<void>;
}

/** Counts in Redis, for all processes together and exactly; in the memory of this process while Redis is away. */
export class SharedCounter {
  readonly #memory: RateLimiterMemory;
  readonly #redis: RateLimiterRedis | null;

  constructor(redis: Redis | null, { keyPrefix, points, seconds }: CounterSettings) {
    const options = { keyPrefix, points, duration: seconds };
    this.#memory = new RateLimiterMemory(options);
    this.#redis = redis && new RateLimiterRedis({ ...options, storeClient: redis });
  }

  /** Takes a point before anybody else can. A new key lives for `seconds`, or as long as all do. */
  take(key: string, seconds?: number): Promise<Taken> {
    return this.#insured((store) => takeFrom(store, key, seconds));
  }

  /** How long nothing can be taken of a key; 0 while something can. */
  async msBlocked(key: string): Promise<number> {
    const state = await this.#insured((store) => store.get(key));
    return state && state.remainingPoints <= 0 ? state.msBeforeNext : 0;
  }

  async clear(key: string): Promise<void> {
    await this.#memory.delete(key);
    await this.#redis?.delete(key).catch(ignore);
  }

  /** A limiter of its own for each store, not the library's insurance: a point must go back to where it was taken. */
  async #insured<T>(work: (store: RateLimiterAbstract) => Promise<T>): Promise<T> {
    if (!this.#redis) return work(this.#memory);
    try {
      return await work(this.#redis);
    } catch {
      // That Redis is away is logged by its connection, once.
      return work(this.#memory);
    }
  }
}

async function takeFrom(store: RateLimiterAbstract, key: string, seconds?: number): Promise<Taken> {
  const { isAllowed, state } = await consume(store, key, seconds);
  return {
    isAllowed,
    count: state.consumedPoints,
    msLeft: state.msBeforeNext,
    giveBack: async () => {
      await store.reward(key).catch(ignore);
    },
  };
}

async function consume(
  store: RateLimiterAbstract,
  key: string,
  seconds: number | undefined,
): Promise<{ isAllowed: boolean; state: RateLimiterRes }> {
  try {
    const options = seconds === undefined ? {} : { customDuration: seconds };
    return { isAllowed: true, state: await store.consume(key, 1, options) };
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return { isAllowed: false, state: refusal };
  }
}

/** Nothing is lost but a point that could not be given back, and its key ends by itself. */
function ignore(): void {}
