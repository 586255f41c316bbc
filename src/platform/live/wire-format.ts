import { z } from 'zod';
import type { LiveEvent } from './live-event.js';

const message = z.array(z.tuple([z.string(), z.string(), z.string()]));

export function writeEvents(events: LiveEvent[]): string {
  return JSON.stringify(events.map(({ userId, topic, id }) => [userId, topic, id]));
}

/** Nothing, for a message that none of ours has sent: of a later version, or of somebody with the same Redis. */
export function readEvents(text: string): LiveEvent[] {
  try {
    return message.parse(JSON.parse(text)).map(([userId, topic, id]) => ({ userId, topic, id }));
  } catch {
    return [];
  }
}
