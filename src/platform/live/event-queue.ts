import type { Gap, LiveEvent } from './live-event.js';

/** A client that is this far behind does not read what it asked for. */
const MAX_WAITING = 1000;

/** Events on their way to one reader, in order. Closing ends the reader, even in the middle of waiting for the next one. */
export class EventQueue implements AsyncIterableIterator<LiveEvent | Gap> {
  readonly #waiting: (LiveEvent | Gap)[] = [];
  #wake: (() => void) | null = null;
  #isClosed = false;

  constructor(private readonly onClose: () => void) {}

  /** False when the reader is too far behind: nothing is kept for it any more. */
  push(event: LiveEvent | Gap): boolean {
    if (this.#isClosed) return true;
    if (this.#waiting.length >= MAX_WAITING) return false;
    this.#waiting.push(event);
    this.#wake?.();
    return true;
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#waiting.length = 0;
    this.onClose();
    this.#wake?.();
  }

  async next(): Promise<IteratorResult<LiveEvent | Gap>> {
    for (;;) {
      if (this.#isClosed) return { done: true, value: undefined };
      const event = this.#waiting.shift();
      if (event !== undefined) return { done: false, value: event };
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  async return(): Promise<IteratorResult<LiveEvent | Gap>> {
    this.close();
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
