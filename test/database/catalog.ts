import { sql } from 'kysely';
import type { Database } from '../../src/platform/database/database.js';

/**
 * Everything a database's schema consists of, one line a thing: what the migrations made, whatever it is, is here. What
 * extensions bring along is left out, the extensions themselves are not; so is the migrator's own list, and the order
 * of columns, which adding one anew cannot keep.
 */
export async function catalogOf(db: Database): Promise<string[]> {
  const things = await db.rows(sql<{ thing: string }>`
    with ours as (
      select oid from pg_namespace where nspname = 'public'
    ), of_extensions as (
      select objid from pg_depend where deptype = 'e'
    ), tables as (
      select * from pg_class
      where relnamespace in (select oid from ours) and relkind in ('r', 'v', 'm', 'p', 'S')
        and relname not like 'migrations%' and oid not in (select objid from of_extensions)
    )
    select 'extension ' || extname as thing from pg_extension where extname <> 'plpgsql'
    union all
    select format('relation %s %s %s', relkind, relname, reloptions) from tables
    union all
    select format('column %s.%s %s not null %s default %s', t.relname, a.attname,
      format_type(a.atttypid, a.atttypmod), a.attnotnull, pg_get_expr(d.adbin, d.adrelid))
    from tables t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
      left join pg_attrdef d on d.adrelid = t.oid and d.adnum = a.attnum
    union all
    select format('constraint %s %s %s valid %s', t.relname, c.conname, pg_get_constraintdef(c.oid), c.convalidated)
    from tables t join pg_constraint c on c.conrelid = t.oid
    union all
    select format('index %s valid %s', pg_get_indexdef(i.indexrelid), i.indisvalid) from tables t join pg_index i on i.indrelid = t.oid
    union all
    select format('trigger %s enabled %s', pg_get_triggerdef(g.oid), g.tgenabled)
    from tables t join pg_trigger g on g.tgrelid = t.oid where not g.tgisinternal
    union all
    select format('function %s', pg_get_functiondef(p.oid))
    from pg_proc p where p.pronamespace in (select oid from ours) and p.prokind = 'f'
      and p.oid not in (select objid from of_extensions)
    union all
    select format('text search %s: %s as %s with %s', c.cfgname, m.maptokentype, m.mapseqno, d.dictname)
    from pg_ts_config c join pg_ts_config_map m on m.mapcfg = c.oid join pg_ts_dict d on d.oid = m.mapdict
    where c.cfgnamespace in (select oid from ours)
    union all
    select format('type %s', typname) from pg_type
    where typnamespace in (select oid from ours) and typtype in ('e', 'd')
      and oid not in (select objid from of_extensions)
    order by thing`);
  return things.map(({ thing }) => thing);
}
