import { Migration } from '@mikro-orm/migrations';

/** What rows of a table are counted by: `of` is their kind, which only an update of `columns` can change. */
const COUNTED = [
  { table: 'jobs', columns: ['status'], of: (row: string) => `${row}.status` },
  {
    table: 'users',
    columns: ['role', 'is_active'],
    of: (row: string) => `${row}.role || case when ${row}.is_active then ' active' else ' inactive' end`,
  },
];

/**
 * Kept totals may be by kind: jobs by status, users by role and whether they may sign in. Counting 100,000 of each took
 * the administrators' dashboard 25 ms, and the candidates' 5 ms for the published ones.
 */
export class CountByKind extends Migration {
  override up(): void {
    this.addSql(`
      alter table row_counts add column kind text not null default '';
      alter table row_counts drop constraint row_counts_pkey, add primary key (table_name, kind);
      alter table row_count_changes add column kind text not null default '';

      create function row_count(counted text, of_kind text) returns bigint
        language sql stable parallel safe
        return coalesce((select total from row_counts where table_name = counted and kind = of_kind), 0)
          + coalesce((select sum(change) from row_count_changes where table_name = counted and kind = of_kind), 0)::bigint;

      create or replace function row_count(counted text) returns bigint
        language sql stable parallel safe
        return row_count(counted, '');
    `);
    this.addSql(foldCounts(['table_name', 'kind']));
    for (const { table, columns, of } of COUNTED) {
      const changed = columns.map((column) => `old.${column} <> new.${column}`).join(' or ');
      this.addSql(`
        create function record_${table}_count_change() returns trigger language plpgsql as $$
        begin
          if tg_op = 'UPDATE' then
            insert into row_count_changes (table_name, kind, change)
            values (tg_table_name, ${of('old')}, -1), (tg_table_name, ${of('new')}, 1);
          else
            insert into row_count_changes (table_name, kind, change)
            select tg_table_name, ${of('r')}, case tg_op when 'INSERT' then count(*) else -count(*) end
            from changed_rows r group by ${of('r')};
          end if;
          return null;
        end
        $$;

        create trigger ${table}_count_inserts after insert on ${table}
          referencing new table as changed_rows for each statement execute function record_${table}_count_change();
        create trigger ${table}_count_deletes after delete on ${table}
          referencing old table as changed_rows for each statement execute function record_${table}_count_change();
        create trigger ${table}_count_updates after update of ${columns.join(', ')} on ${table}
          for each row when (${changed}) execute function record_${table}_count_change();

        insert into row_counts (table_name, kind, total)
        select '${table}', ${of('r')}, count(*) from ${table} r group by ${of('r')};
      `);
    }
  }

  override down(): void {
    for (const { table } of COUNTED.toReversed()) {
      this.addSql(`
        drop trigger ${table}_count_updates on ${table};
        drop trigger ${table}_count_deletes on ${table};
        drop trigger ${table}_count_inserts on ${table};
        drop function record_${table}_count_change();
      `);
    }
    this.addSql(`
      delete from row_counts where kind <> '';
      delete from row_count_changes where kind <> '';

      create or replace function row_count(counted text) returns bigint
        language sql stable parallel safe
        return coalesce((select total from row_counts where table_name = counted), 0)
          + coalesce((select sum(change) from row_count_changes where table_name = counted), 0)::bigint;
      drop function row_count(text, text);

      alter table row_count_changes drop column kind;
      alter table row_counts drop constraint row_counts_pkey, drop column kind, add primary key (table_name);
    `);
    this.addSql(foldCounts(['table_name']));
  }
}

/** Written as the function was before, so that going down leaves the very same. */
function foldCounts(keys: string[]): string {
  const key = keys.join(', ');
  return `
      create or replace function fold_row_counts() returns void language sql as $$
        with folded as (
          delete from row_count_changes returning ${key}, change
        )
        insert into row_counts (${key}, total)
        select ${key}, sum(change) from folded group by ${key}
        on conflict (${key}) do update set total = row_counts.total + excluded.total
      $$;
    `;
}
