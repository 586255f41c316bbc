import { sql } from 'kysely';
import type { Database } from '../../src/platform/database/database.js';

/** Runs work while every write to a table fails, as it would on a full disk. */
export async function whileWritesFail<T>(db: Database, table: string, work: () => Promise<T>): Promise<T> {
  await db.rows(sql<object>`
    create or replace function fail_on_purpose() returns trigger language plpgsql as $$
    begin
      raise exception 'a secret of the table %', tg_table_name;
    end
    $$`);
  await db.rows(sql<object>`
    create trigger fail_on_purpose before insert or update on ${sql.table(table)}
      for each row execute function fail_on_purpose()`);
  try {
    return await work();
  } finally {
    await db.rows(sql<object>`drop trigger fail_on_purpose on ${sql.table(table)}`);
  }
}
