import type { EntityClass } from '@mikro-orm/postgresql';
import type DataLoader from 'dataloader';
import { sql } from 'kysely';
import type { Context } from './context.js';
import { defineLoader, inOrderOf } from './loader.js';

/**
 * Defines the loader of a table's rows by id; null for an unknown id. It knows nothing of visibility: what may be
 * seen is decided by the policy of the domain before the row is handed out.
 */
export function rowById<Row extends { id: string }>(
  entity: EntityClass<Row>,
  table: string,
): (ctx: Context) => DataLoader<string, Row | null> {
  return defineLoader<string, Row | null>(async ({ db }, ids) => {
    const rows = await db.rows(sql<Row>`
      select ${db.columns.list(entity, 't')} from ${sql.table(table)} t where t.id = any(${ids}::uuid[])`);
    return inOrderOf(ids, rows, (row) => row.id);
  });
}
