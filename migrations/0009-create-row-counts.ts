import { Migration } from '@mikro-orm/migrations';

const COUNTED_TABLES = ['applications', 'notifications'];

/**
 * Exact totals of the tables too large to count on every look at the administrators' dashboard (2 million rows take
 * over 100 ms). Each statement that adds or removes rows also adds one row to `row_count_changes`: inserts only, so
 * writers never wait for each other. `fold_row_counts()` sums them up now and then.
 */
export class CreateRowCounts extends Migration {
  override up(): void {
    this.addSql(`
      create table row_counts (table_name text primary key, total bigint not null);
      create table row_count_changes (table_name text not null, change bigint not null);

      create function row_count(counted text) returns bigint
        language sql stable parallel safe
        return coalesce((select total from row_counts where table_name = counted), 0)
          + coalesce((select sum(change) from row_count_changes where table_name = counted), 0)::bigint;

      create function fold_row_counts() returns void language sql as $$
        with folded as (
          delete from row_count_changes returning table_name, change
        )
        insert into row_counts (table_name, total)
        select table_name, sum(change) from folded group by table_name
        on conflict (table_name) do update set total = row_counts.total + excluded.total
      $$;

      create function record_row_count_change() returns trigger language plpgsql as $$
      begin
        insert into row_count_changes (table_name, change)
        select tg_table_name, case tg_op when 'INSERT' then count(*) else -count(*) end
        from changed_rows
        having count(*) > 0;
        return null;
      end
      $$;
    `);

    for (const table of COUNTED_TABLES) {
      this.addSql(`
        insert into row_counts (table_name, total) select '${table}', count(*) from ${table};

        create trigger ${table}_count_inserts after insert on ${table}
          referencing new table as changed_rows for each statement execute function record_row_count_change();

        create trigger ${table}_count_deletes after delete on ${table}
          referencing old table as changed_rows for each statement execute function record_row_count_change();
      `);
    }
  }

  override down(): void {
    for (const table of COUNTED_TABLES) {
      this.addSql(`
        drop trigger ${table}_count_deletes on ${table};
        drop trigger ${table}_count_inserts on ${table};
      `);
    }
    this.addSql(`
      drop function record_row_count_change();
      drop function fold_row_counts();
      drop function row_count(text);
      drop table row_count_changes, row_counts;
    `);
  }
}
