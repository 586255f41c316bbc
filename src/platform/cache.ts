import { LRUCache } from 'lru-cache';
import type { Clock } from './clock.js';

const MAX_ENTRIES = 1000;

/**
 * Keeps answers that are the same for every viewer in the memory of this process for a while. Whoever asks while an answer
 * is being made waits for it instead of making another; if making it fails, the old one serves on.
 */
export class PublicCache {
  readonly #answers: LRUCache<string, object, () => Promise<object>>;

  constructor(clock: Clock) {
    this.#answers = new LRUCache<string, object, () => Promise<object>>({
      max: MAX_ENTRIES,
      perf: { now: () => clock.now().getTime() },
      ttlResolution: 0,
      fetchMethod: (_key, _old, { context: make }) => make(),
      allowStaleOnFetchRejection: true,
      noDeleteOnFetchRejection: true,
    });
  }

  /** The answer under a key, at most `milliseconds` old. The key must hold everything the answer depends on. */
  async get<Answer extends object>(
    key: string,
    milliseconds: number,
    make: () => Promise<Answer>,
  ): Promise<Answer> {
    return (await this.#answers.forceFetch(key, { ttl: milliseconds, context: make })) as Answer;
  }
}
