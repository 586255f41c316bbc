import { sql } from 'kysely';
import type { Database } from '../../src/platform/database/database.js';

/** Number of rows and digest of every table there is, to see that nothing at all has changed. */
export async function tableDigests(db: Database): Promise<Record<string, string>> {
  const tables = await db.rows(sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' order by tablename`);
  const digests = tables.map(
    ({ name }) => sql`
      select ${sql.lit(name)} as name, count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as digest
      from ${sql.table(name)} t`,
  );
  const rows = await db.rows(sql<{ name: string; digest: string }>`${sql.join(digests, sql` union all `)}`);
  return Object.fromEntries(rows.map(({ name, digest }) => [name, digest]));
}
