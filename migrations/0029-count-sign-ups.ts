import { Migration } from '@mikro-orm/migrations';

/** The kind of a sign-up: its hour, in texts that sort as time does. */
const hourOf = (createdAt: string): string => `to_char(${createdAt} at time zone 'UTC', 'YYYY-MM-DD"T"HH24')`;

/**
 * Sign-ups are counted by the hour, so that those of a week are a sum of 168 numbers: counting the users themselves was
 * what made the administrators' dashboard slower with every user.
 */
export class CountSignUps extends Migration {
  override up(): void {
    this.addSql(`
      create function record_sign_ups() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' then
          insert into row_count_changes (table_name, kind, change)
          values ('sign_ups', ${hourOf('old.created_at')}, -1), ('sign_ups', ${hourOf('new.created_at')}, 1);
        else
          insert into row_count_changes (table_name, kind, change)
          select 'sign_ups', ${hourOf('r.created_at')}, case tg_op when 'INSERT' then count(*) else -count(*) end
          from changed_rows r group by ${hourOf('r.created_at')};
        end if;
        return null;
      end
      $$;

      create trigger sign_ups_count_inserts after insert on users
        referencing new table as changed_rows for each statement execute function record_sign_ups();
      create trigger sign_ups_count_deletes after delete on users
        referencing old table as changed_rows for each statement execute function record_sign_ups();
      create trigger sign_ups_count_updates after update of created_at on users
        for each row when (old.created_at <> new.created_at) execute function record_sign_ups();

      insert into row_counts (table_name, kind, total)
      select 'sign_ups', ${hourOf('created_at')}, count(*) from users group by 2 order by 2;
    `);
  }

  override down(): void {
    this.addSql(`
      drop trigger sign_ups_count_updates on users;
      drop trigger sign_ups_count_deletes on users;
      drop trigger sign_ups_count_inserts on users;
      drop function record_sign_ups();
      delete from row_counts where table_name = 'sign_ups';
      delete from row_count_changes where table_name = 'sign_ups';
    `);
  }
}
