import { sql } from 'kysely';
import type { Database } from '../platform/database/database.js';

/** Sums up the changes of the totals the administrators' dashboard reads, so that there are few rows to add. */
export async function foldRowCounts(db: Database): Promise<void> {
  await db.rows(sql`select fold_row_counts()`);
}
