import type { Seconds } from './time.js';

/**
 * When the rows of a table came to be: row 0 first, ever denser towards now, as on a platform that grows. A formula
 * instead of a list, so that it costs no memory.
 */
export class Growth {
  /** `oldest` and `newest` are the ages of the first and of a row after the last, in seconds; `bend` 1 is steady growth. */
  constructor(
    private readonly count: number,
    private readonly now: Seconds,
    private readonly oldest: number,
    private readonly newest: number,
    private readonly bend: number,
  ) {}

  since(index: number): Seconds {
    const left = 1 - index / this.count;
    return Math.floor(this.now - this.newest - (this.oldest - this.newest) * left ** this.bend);
  }

  /** How many rows, the first ones, surely existed at `time`. */
  countAt(time: Seconds): number {
    const age = Math.max(0, this.now - this.newest - time) / (this.oldest - this.newest);
    const count = Math.floor(this.count * (1 - age ** (1 / this.bend)));
    return Math.max(0, Math.min(this.count, count));
  }
}
