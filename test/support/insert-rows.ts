import { sql } from 'kysely';
import type { Database } from '../../src/platform/database/database.js';

/**
 * Inserts rows as they are, for lists longer than a test could click together. Times may be texts, which have
 * microseconds. All rows have the columns of the first one.
 */
export async function insertRows(
  db: Database,
  table: string,
  rows: readonly Record<string, unknown>[],
): Promise<void> {
  const columns = sql.join(Object.keys(rows[0] ?? {}).map((column) => sql.ref(column)));
  await db.rows(sql<object>`
    insert into ${sql.table(table)} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`);
}
