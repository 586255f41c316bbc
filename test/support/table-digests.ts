import { sql } from 'kysely';
import type { Database } from '../../src/platform/database/database.js';

/** Totals wander from the second to the first of them, a task sees to that; what they add up to is what matters. */
const TOTALS = sql`(
  select table_name, kind, sum(amount) as total
  from (select table_name, kind, total as amount from row_counts
    union all select table_name, kind, change from row_count_changes) amounts
  group by table_name, kind having sum(amount) <> 0)`;

/** Number of rows and digest of every table there is, to see that nothing at all has changed. */
export async function tableDigests(db: Database): Promise<Record<string, string>> {
  const tables = await db.rows(sql<{ name: string }>`
    select tablename as name from pg_tables
    where schemaname = 'public' and tablename not in ('row_counts', 'row_count_changes') order by tablename`);
  const sources = [
    ...tables.map(({ name }) => ({ name, rows: sql.table(name) })),
    { name: 'totals', rows: TOTALS },
  ];
  const digests = sources.map(
    ({ name, rows }) => sql`
      select ${sql.lit(name)} as name, count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as digest
      from ${rows} t`,
  );
  const rows = await db.rows(sql<{ name: string; digest: string }>`${sql.join(digests, sql` union all `)}`);
  return Object.fromEntries(rows.map(({ name, digest }) => [name, digest]));
}
