import { sql } from 'kysely';
import type { TestServer } from './test-server.js';

/** Waits until statements on the test's database wait for a lock; fails after a few seconds without. */
export async function untilSomebodyWaits({ db }: Pick<TestServer, 'db'>, howMany = 1): Promise<void> {
  for (let look = 0; look < 500; look++) {
    const waiting = await db.rows(sql`
      select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
    if (waiting.length >= howMany) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error('nobody waits for the row');
}
