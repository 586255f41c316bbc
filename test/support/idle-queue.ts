import { sql } from 'kysely';
import type { TestServer } from './test-server.js';
import { until } from './until.js';

/** Waits until everything the queue was given is done, mails included. */
export function idleQueue({ db }: Pick<TestServer, 'db'>): Promise<true> {
  return until('an empty queue', async () => {
    const jobs = await db.rows(sql`select 1 from graphile_worker.jobs limit 1`);
    return jobs.length === 0;
  });
}
