import { LRUCache } from 'lru-cache';
import type { Clock } from './clock.js';

/** What all answers together may weigh; one weighs 1 unless it is said to weigh more. */
const MAX_WEIGHT = 20_000;
const MAX_ENTRIES = 1000;

/** Filters that list hundreds of values are not asked for twice, and would fill the memory. */
const MAX_KEY_LENGTH = 500;

/** Answers that were made together shall not all have to be made anew together. */
const JITTER = 0.1;

/** How old an answer may be, in milliseconds. */
export interface Freshness {
  /** Older than this it is made anew, while the old one is still given out. In truth a little less, by chance. */
  fresh: number;
  /** Older than this it is given out no more: whoever asks waits for the new one. */
  usable: number;
}

/** More about an answer. */
export interface Traits<Answer> {
  /** What it is made of: it is given out no more once one of these has changed. */
  tags?: readonly string[];
  weigh?: (answer: Answer) => number;
}

/**
 * Keeps answers that are the same for every viewer in the memory of this process for a while. Of however many ask, one
 * makes a new answer; if making it fails, the old one serves on.
 */
export class PublicCache {
  readonly #answers: LRUCache<string, object, () => Promise<object>>;
  /** How often what a tag stands for has changed. It is part of the key, so that older answers are not found again. */
  readonly #changes = new Map<string, number>();
  readonly #listeners: ((tags: readonly string[]) => void)[] = [];

  constructor(
    clock: Clock,
    /** How old public lists may be; 0 keeps none. */
    private readonly listSeconds = 5,
  ) {
    this.#answers = new LRUCache<string, object, () => Promise<object>>({
      max: MAX_ENTRIES,
      maxSize: MAX_WEIGHT,
      sizeCalculation: () => 1,
      perf: { now: () => clock.now().getTime() },
      ttlResolution: 0,
      fetchMethod: (_key, _old, { context: make }) => make(),
      // One that others push out while it is being made is not kept; whoever has asked for it gets it all the same.
      ignoreFetchAbort: true,
    });
  }

  /**
   * How old a page of a public list may be, and an answer made of such pages: together they are as old as lists may be.
   * Null when none are kept.
   */
  get listAge(): Freshness | null {
    const usable = this.listSeconds * 500;
    return usable === 0 ? null : { fresh: usable / 2, usable };
  }

  /** The answer under a key. The key must hold everything the answer depends on; under a very long one nothing is kept. */
  async get<Answer extends object>(
    key: string,
    { fresh, usable }: Freshness,
    make: () => Promise<Answer>,
    { tags = [], weigh = () => 1 }: Traits<Answer> = {},
  ): Promise<Answer> {
    if (key.length > MAX_KEY_LENGTH) return make();
    const ttl = fresh * (1 - JITTER * Math.random());
    const keyNow = `${tags.map((tag) => this.#changes.get(tag) ?? 0).join(' ')} ${key}`;
    const hasOld = this.#answers.peek(keyNow, { allowStale: true }) !== undefined;
    const answer = await this.#answers.forceFetch(keyNow, {
      ttl,
      context: make,
      sizeCalculation: (made) => weigh(made as Answer),
      allowStale: -this.#answers.getRemainingTTL(keyNow) <= usable - fresh,
      // Without an old one the failure itself must come out, which these would hide.
      allowStaleOnFetchRejection: hasOld,
      noDeleteOnFetchRejection: hasOld,
    });
    return answer as Answer;
  }

  /** Says that something has changed: from now on no answer is given out that was begun before. */
  forget(tags: readonly string[]): void {
    for (const tag of tags) this.#changes.set(tag, (this.#changes.get(tag) ?? 0) + 1);
  }

  /** The same, when it was this process that changed it: whoever listens tells the others. */
  changed(tags: readonly string[]): void {
    this.forget(tags);
    for (const tell of this.#listeners) tell(tags);
  }

  /** Calls a function whenever this process has changed something. */
  onChange(tell: (tags: readonly string[]) => void): void {
    this.#listeners.push(tell);
  }
}
