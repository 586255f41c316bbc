import { Migration } from '@mikro-orm/migrations';

/** Companies keep their total too: with 50,000 of them, counting was the longest part of the administrators' dashboard. */
export class CountCompanies extends Migration {
  override up(): void {
    this.addSql(`
      insert into row_counts (table_name, total) select 'companies', count(*) from companies;

      create trigger companies_count_inserts after insert on companies
        referencing new table as changed_rows for each statement execute function record_row_count_change();

      create trigger companies_count_deletes after delete on companies
        referencing old table as changed_rows for each statement execute function record_row_count_change();
    `);
  }

  override down(): void {
    this.addSql(`
      drop trigger companies_count_deletes on companies;
      drop trigger companies_count_inserts on companies;
      delete from row_counts where table_name = 'companies';
      delete from row_count_changes where table_name = 'companies';
    `);
  }
}
