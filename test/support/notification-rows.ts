import { v7 as uuidv7 } from 'uuid';
import { globalId } from '../../src/graphql/ids.js';
import { insertRows } from './insert-rows.js';
import type { Person } from './people.js';
import type { TestServer } from './test-server.js';
import { uuidIn } from './uuid-in.js';

export interface NotificationColumns {
  type?: string;
  /** Global id. */
  jobId?: string;
  /** Global id. */
  applicationId?: string;
  payload?: Record<string, string>;
  isRead?: boolean;
}

/** Inserts notifications of a user, a second apart, the first one oldest, and answers their ids in the same order. */
export async function insertNotifications(
  server: TestServer,
  user: Person,
  notifications: readonly NotificationColumns[],
): Promise<string[]> {
  const start = server.clock.now().getTime() - notifications.length * 1000;
  const rows = notifications.map(({ type, jobId, applicationId, payload, isRead }, index) => ({
    id: uuidv7(),
    created_at: new Date(start + index * 1000).toISOString(),
    user_id: uuidIn(user.id),
    type: type ?? 'SYSTEM',
    job_id: jobId === undefined ? null : uuidIn(jobId),
    application_id: applicationId === undefined ? null : uuidIn(applicationId),
    payload: payload ?? {},
    read_at: isRead ? new Date(start + index * 1000 + 500).toISOString() : null,
  }));
  await insertRows(server.db, 'notifications', rows);
  return rows.map(({ id }) => globalId('Notification', id));
}
