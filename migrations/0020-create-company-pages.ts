import { Migration } from '@mikro-orm/migrations';

/** Lists of companies by name and by industry, and uploads of logos, whose files go when no company has them any more. */
export class CreateCompanyPages extends Migration {
  override up(): void {
    this.addSql(`
      create index companies_name_index on companies (left(plain_text(name), 100), id);
      drop index companies_industry_index;
      create index companies_industry_index on companies (plain_text(industry));
    `);
    this.addSql(`
      create table company_logo_uploads (
        id uuid not null,
        created_at timestamptz not null default now(),
        company_id uuid not null,
        content_type text not null,
        size_bytes int not null,
        expires_at timestamptz not null,
        completed_at timestamptz,
        primary key (id)
      );
      create index company_logo_uploads_company_id_index on company_logo_uploads (company_id);
      create index company_logo_uploads_expires_at_index on company_logo_uploads (expires_at);
      alter table company_logo_uploads add constraint company_logo_uploads_size_bytes_check check (size_bytes > 0);
      alter table company_logo_uploads add constraint company_logo_uploads_company_id_foreign
        foreign key (company_id) references companies (id) on delete cascade;
      create trigger company_logo_uploads_remove_file after delete on company_logo_uploads
        for each row execute function remove_uploaded_file();
    `);
    this.addSql(`
      create function remove_logo_file() returns trigger language plpgsql as $$
      begin
        insert into file_removals (file_key, remove_at) values (old.logo_key, now()) on conflict (file_key) do nothing;
        return null;
      end
      $$;
      create trigger companies_remove_old_logo after update of logo_key on companies
        for each row when (old.logo_key is not null and old.logo_key is distinct from new.logo_key)
        execute function remove_logo_file();
      create trigger companies_remove_logo after delete on companies
        for each row when (old.logo_key is not null) execute function remove_logo_file();
    `);
  }

  override down(): void {
    this.addSql(`
      drop trigger companies_remove_logo on companies;
      drop trigger companies_remove_old_logo on companies;
      drop function remove_logo_file();
      drop table company_logo_uploads;
      drop index companies_industry_index, companies_name_index;
      create index companies_industry_index on companies (industry);
    `);
  }
}
