import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.js';

/** Removes the sign-ins at providers that were begun and never finished. */
export async function forgetUnfinishedSignIns(db: Database, now: Date): Promise<void> {
  await db.rows(sql`delete from provider_sign_ins where expires_at <= ${now}`);
}
