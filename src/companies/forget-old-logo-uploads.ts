import { sql } from 'kysely';
import type { Database } from '../platform/database/database.js';

/** Deletes the uploads whose time is over, completed or not. Their files are put down for removal by a trigger. */
export async function forgetOldLogoUploads(db: Database, now: Date): Promise<void> {
  await db.rows(sql`delete from company_logo_uploads where expires_at <= ${now}`);
}
