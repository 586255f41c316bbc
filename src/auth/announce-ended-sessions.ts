import { jobKind } from '../platform/queue/job-kind.js';

/** What live events of sessions are called. */
export const SESSIONS_TOPIC = 'sessions';

/**
 * Tells all processes that sessions of a user have ended, so that their live connections close at once. Best effort:
 * each process finds out by itself within seconds.
 */
export const announceEndedSessions = jobKind<{ userId: string }>(
  'announceEndedSessions',
  async ({ announcements, log }, { userId }) => {
    await announcements.announce([{ userId, topic: SESSIONS_TOPIC, id: userId }]).catch((error: unknown) => {
      log.debug({ err: error }, 'live: the end of sessions could not be announced');
    });
  },
);
