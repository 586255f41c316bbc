import type { Disk } from 'flydrive';
import { sql } from 'kysely';
import { addTime, MINUTE } from '../clock.js';
import type { Database } from '../database/database.js';

const BATCH = 100;
const RETRY_AFTER = 10 * MINUTE;

/**
 * Removes the files whose time has come. Removing twice does no harm, so processes need not agree on who does it; one
 * that cannot be removed now is tried again later and stands in nobody's way.
 *
 * @throws the last failure, after having tried all
 */
export async function removeFiles(db: Database, disk: Disk, now: Date): Promise<void> {
  let failure: unknown;
  let due: { key: string }[];
  do {
    due = await db.rows(sql<{ key: string }>`
      select file_key as key from file_removals where remove_at <= ${now} order by remove_at limit ${BATCH}`);
    for (const { key } of due) {
      try {
        await disk.delete(key);
        await db.rows(sql`delete from file_removals where file_key = ${key}`);
      } catch (error) {
        failure = error;
        await db.rows(sql`
          update file_removals set remove_at = ${addTime(now, RETRY_AFTER)} where file_key = ${key}`);
      }
    }
  } while (due.length === BATCH);
  if (failure !== undefined) throw failure;
}
