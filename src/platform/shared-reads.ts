/**
 * Lets those who ask for the same at the same moment share one costly read. Whoever comes while one is under way waits for
 * the next, which all who came meanwhile share: so nobody is told what was true before they asked, and however many ask,
 * at most one read of a kind runs at a time.
 */
export class SharedReads {
  readonly #running = new Map<string, Promise<unknown>>();
  readonly #next = new Map<string, Promise<unknown>>();

  /** The key holds everything the answer depends on. */
  read<Answer>(key: string, make: () => Promise<Answer>): Promise<Answer> {
    const awaited = this.#next.get(key);
    if (awaited) return awaited as Promise<Answer>;
    const running = this.#running.get(key);
    if (!running) return this.#start(key, make);
    const begin = (): Promise<Answer> => {
      this.#next.delete(key);
      return this.#start(key, make);
    };
    // How the one before ended is not their business.
    const next = running.then(begin, begin);
    this.#next.set(key, next);
    return next;
  }

  #start<Answer>(key: string, make: () => Promise<Answer>): Promise<Answer> {
    const reading = make().finally(() => this.#running.delete(key));
    this.#running.set(key, reading);
    return reading;
  }
}
