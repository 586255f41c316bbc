import { sql } from 'kysely';
import type { Database } from '../../src/platform/database/database.js';

/** What a refused act on accounts could have left behind. */
const TABLES = ['users', 'candidates', 'employers', 'sessions', 'notifications', 'audit_log'];

export type DatabaseContents = Record<string, Record<string, unknown>[]>;

/** Every row of the account tables, to compare before and after an act. */
export async function contentsOf(db: Database, tables: string[] = TABLES): Promise<DatabaseContents> {
  const contents: DatabaseContents = {};
  for (const table of tables) {
    contents[table] = await db.rows(
      sql<Record<string, unknown>>`select * from ${sql.table(table)} order by id`,
    );
  }
  return contents;
}
