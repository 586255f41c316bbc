import type { Context } from './context.js';

/**
 * Something that has arrived for a subscription. It is read with a context of its own, made anew for each arrival: who the
 * viewer is and what they may see can have changed since the subscription began.
 */
export interface Arrival<Item extends object> {
  /** Null when it is gone by now, or not for this viewer: then nothing is sent. */
  read(ctx: Context): Promise<Item | null>;
}
