import { sql } from 'kysely';
import type { Arrival } from '../graphql/arrival.js';
import type { Context } from '../graphql/context.js';
import type { Viewer } from '../graphql/viewer.js';
import { addTime, MINUTE } from '../platform/clock.js';
import type { Gap, LiveEvent } from '../platform/live/live-event.js';
import { NOTIFICATION_TOPIC } from './announce-notifications.js';
import { findOwnNotification } from './find-notification.js';
import type { Notification } from './notification.entity.js';
import { ownNotifications } from './notification.policy.js';
import { RecentIds } from './recent-ids.js';

/** A notification carries the time its act began; that it commits so much later is out of the question. */
const LONGEST_ACT = MINUTE;

/** More than that a client reads from the list. */
const MAX_MISSED = 100;

/** The notifications of the viewer from now on, as they are committed. */
export function receiveNotifications(ctx: Context, viewer: Viewer): AsyncIterable<Arrival<Notification>> {
  if (!ctx.eventsOf) throw new Error('a subscription without events');
  // Listening begins here, not when the first one is asked for.
  return newOnesAmong(ctx.eventsOf(viewer.userId), ctx, viewer);
}

/**
 * One may be announced twice, when its job had to be tried again or when a gap was looked through; it is handed on once.
 */
async function* newOnesAmong(
  events: AsyncIterable<LiveEvent | Gap>,
  ctx: Context,
  viewer: Viewer,
): AsyncGenerator<Arrival<Notification>> {
  const begin = ctx.clock.now();
  const known = new RecentIds();
  for await (const event of events) {
    const ids = 'missedSince' in event ? await idsMissed(ctx, viewer, event, begin) : idsIn(event);
    for (const id of ids) {
      if (known.add(id)) yield { read: (fresh) => findOwnNotification(fresh, id) };
    }
  }
}

function idsIn({ topic, id }: LiveEvent): string[] {
  return topic === NOTIFICATION_TOPIC ? [id] : [];
}

async function idsMissed({ db }: Context, viewer: Viewer, gap: Gap, begin: Date): Promise<string[]> {
  const gapStart = addTime(gap.missedSince, -LONGEST_ACT);
  const since = gapStart < begin ? begin : gapStart;
  const rows = await db.rows(sql<{ id: string }>`
    select n.id from notifications n where ${ownNotifications(viewer)} and n.created_at >= ${since}
    order by n.created_at desc, n.id desc limit ${MAX_MISSED}`);
  return rows.map(({ id }) => id).toReversed();
}
