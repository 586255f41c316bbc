import type { Client } from 'pg';

/** A definition to take away for a while, as SQL. */
interface Definition {
  drop: string;
  create: string;
}

/**
 * Runs `load` while the tables have no indexes and no foreign keys, because to build and check them once over all rows is
 * many times as fast as row by row. Only what makes rows unique by constraint, primary keys above all, stays. To be called
 * in a transaction: it is what brings everything back when loading fails.
 */
export async function withoutIndexes(client: Client, load: () => Promise<void>): Promise<void> {
  const { rows: foreignKeys } = await client.query<Definition>(FOREIGN_KEYS);
  const { rows: indexes } = await client.query<Definition>(INDEXES);
  for (const { drop } of [...foreignKeys, ...indexes]) await client.query(drop);
  await load();
  await client.query(`set local maintenance_work_mem = '512MB'`);
  for (const { create } of [...indexes, ...foreignKeys]) await client.query(create);
}

const FOREIGN_KEYS = `
  select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
    format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as create
  from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace
  order by conrelid, conname`;

const INDEXES = `
  select format('drop index %s', indexrelid::regclass) as drop, pg_get_indexdef(indexrelid) as create
  from pg_index join pg_class on pg_class.oid = indexrelid
  where relnamespace = 'public'::regnamespace
    and not exists (select from pg_constraint where conindid = indexrelid)
  order by indrelid, relname`;
