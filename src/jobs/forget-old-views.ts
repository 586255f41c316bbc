import { sql } from 'kysely';
import { addTime, DAY } from '../platform/clock.js';
import type { Database } from '../platform/database/database.js';

/** Removes the views of days that are over: they are counted, and only the present day's keep a view from counting twice. */
export async function forgetOldViews(db: Database, now: Date): Promise<void> {
  const yesterday = addTime(now, -DAY).toISOString().slice(0, 10);
  await db.rows(sql`delete from job_views where viewed_on < ${yesterday}`);
}
