import { MINUTE } from '../platform/clock.js';
import { jobKind } from '../platform/queue/job-kind.js';

/** What live events of notifications are called. */
export const NOTIFICATION_TOPIC = 'notification';

/** A client that was told nothing for so long has looked at the list. */
const NEWS_FOR = 10 * MINUTE;

interface Written {
  /** Of the user and of the notification. */
  ids: [userId: string, id: string][];
  /** ISO 8601. */
  at: string;
}

/** Tells all processes of notifications once they are committed. While Redis is away it is tried again, for a while. */
export const announceNotifications = jobKind<Written>(
  'announceNotifications',
  async ({ announcements, clock }, { ids, at }) => {
    if (clock.now().getTime() - Date.parse(at) > NEWS_FOR) return;
    await announcements.announce(ids.map(([userId, id]) => ({ userId, topic: NOTIFICATION_TOPIC, id })));
  },
);
