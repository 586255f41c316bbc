import { setTimeout } from 'node:timers/promises';

const PATIENCE_MS = 8_000;
const PAUSE_MS = 25;

/** Waits until `look` finds something; fails, saying what was waited for, when that takes too long. */
export async function until<T>(what: string, look: () => Promise<T | undefined | false>): Promise<T> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await setTimeout(PAUSE_MS);
  }
}
