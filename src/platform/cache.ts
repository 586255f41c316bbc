import { LRUCache } from 'lru-cache';
import type { Clock } from './clock.js';

const MAX_ENTRIES = 1000;

/** How old an answer may be, in milliseconds. */
export interface Freshness {
  /** Older than this it is made anew, while the old one is still given out. */
  fresh: number;
  /** Older than this it is given out no more: whoever asks waits for the new one. */
  usable: number;
}

/**
 * Keeps answers that are the same for every viewer in the memory of this process for a while. Of however many ask, one
 * makes a new answer; if making it fails, the old one serves on.
 */
export class PublicCache {
  readonly #answers: LRUCache<string, object, () => Promise<object>>;

  constructor(clock: Clock) {
    this.#answers = new LRUCache<string, object, () => Promise<object>>({
      max: MAX_ENTRIES,
      perf: { now: () => clock.now().getTime() },
      ttlResolution: 0,
      fetchMethod: (_key, _old, { context: make }) => make(),
    });
  }

  /** The answer under a key. The key must hold everything the answer depends on. */
  async get<Answer extends object>(
    key: string,
    { fresh, usable }: Freshness,
    make: () => Promise<Answer>,
  ): Promise<Answer> {
    const hasOld = this.#answers.peek(key, { allowStale: true }) !== undefined;
    const answer = await this.#answers.forceFetch(key, {
      ttl: fresh,
      context: make,
      allowStale: -this.#answers.getRemainingTTL(key) <= usable - fresh,
      // Without an old one the failure itself must come out, which these would hide.
      allowStaleOnFetchRejection: hasOld,
      noDeleteOnFetchRejection: hasOld,
    });
    return answer as Answer;
  }
}
