/** Enough for everything that is announced while a gap is looked through, and for what is announced again. */
const MAX_KNOWN = 1000;

/** Tells the first time of an id from the next ones; the oldest ids are forgotten. */
export class RecentIds {
  readonly #ids = new Set<string>();

  /** False for one that is known already. */
  add(id: string): boolean {
    if (this.#ids.has(id)) return false;
    this.#ids.add(id);
    if (this.#ids.size > MAX_KNOWN) for (const oldest of this.#ids) return this.#ids.delete(oldest);
    return true;
  }
}
