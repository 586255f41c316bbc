import { EventQueue } from './event-queue.js';
import type { Gap, LiveEvent } from './live-event.js';

interface Listening {
  /** Ends it, also from the listener's side. */
  signal: AbortSignal;
  /** Called when the listener does not keep up. */
  onOverflow: () => void;
}

/** What happens to users, handed to whoever listens in this process. */
export class LiveEvents {
  readonly #listeners = new Map<string, Set<(event: LiveEvent | Gap) => void>>();

  /** Calls a function for each event of a user, until the function that is answered is called. */
  hear(userId: string, listener: (event: LiveEvent | Gap) => void): () => void {
    const listeners = this.#listeners.get(userId) ?? new Set();
    this.#listeners.set(userId, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#listeners.get(userId) === listeners) this.#listeners.delete(userId);
    };
  }

  /** The events of a user from this moment on, one after the other. */
  of(userId: string, { signal, onOverflow }: Listening): AsyncIterableIterator<LiveEvent | Gap> {
    const close = (): void => queue.close();
    const queue = new EventQueue(() => {
      signal.removeEventListener('abort', close);
      stop();
    });
    const stop = this.hear(userId, (event) => {
      if (!queue.push(event)) onOverflow();
    });
    if (signal.aborted) close();
    else signal.addEventListener('abort', close, { once: true });
    return queue;
  }

  deliver(events: readonly LiveEvent[]): void {
    for (const event of events) for (const tell of this.#listeners.get(event.userId) ?? []) tell(event);
  }

  deliverGap(missedSince: Date): void {
    for (const listeners of this.#listeners.values()) for (const tell of listeners) tell({ missedSince });
  }
}
