import { sql } from 'kysely';
import type { Database } from '../platform/database/database.js';

/**
 * Deletes what nobody will ask for again: CVs their candidate deleted and no application carries, and uploads whose time
 * is over, completed or not. Their files are put down for removal by triggers.
 */
export async function removeUnusedCvs(db: Database, now: Date): Promise<void> {
  await db.rows(sql`
    delete from cvs c where c.deleted_at is not null and not exists (select from applications a where a.cv_id = c.id)`);
  await db.rows(sql`delete from cv_uploads where expires_at <= ${now}`);
}
