import { sql } from 'kysely';
import { addTime, DAY } from '../platform/clock.js';
import type { Database } from '../platform/database/database.js';

/** For as long as support may be asked what became of a mail. */
const KEPT = 30 * DAY;

/** Removes what is left of links that expired long ago. */
export async function forgetOldLinks(db: Database, now: Date): Promise<void> {
  const before = addTime(now, -KEPT);
  await db.rows(sql`delete from password_resets where expires_at < ${before}`);
  await db.rows(sql`delete from email_confirmations where expires_at < ${before}`);
  await db.rows(sql`delete from company_invitations where expires_at < ${before}`);
  await db.rows(sql`delete from user_invitations where expires_at < ${before}`);
}
