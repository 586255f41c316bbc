import { Migration } from '@mikro-orm/migrations';

/** Uploads of CVs, CVs kept for applications after their candidate deleted them, and files that have to go. */
export class KeepCvFiles extends Migration {
  override up(): void {
    this.addSql(`
      alter table cvs add column deleted_at timestamptz;
      alter table cvs add constraint cvs_deleted_is_not_active_check check (deleted_at is null or not is_active);
      create index cvs_deleted_at_index on cvs (deleted_at) where deleted_at is not null;
    `);
    this.addSql(`
      create table cv_uploads (
        id uuid not null,
        created_at timestamptz not null default now(),
        candidate_id uuid not null,
        file_name text not null,
        content_type text not null,
        size_bytes int not null,
        expires_at timestamptz not null,
        completed_at timestamptz,
        primary key (id)
      );
      create index cv_uploads_candidate_id_index on cv_uploads (candidate_id);
      create index cv_uploads_expires_at_index on cv_uploads (expires_at);
      alter table cv_uploads add constraint cv_uploads_size_bytes_check check (size_bytes > 0);
      alter table cv_uploads add constraint cv_uploads_candidate_id_foreign
        foreign key (candidate_id) references candidates (id) on delete cascade;
    `);
    this.addSql(`
      create table file_removals (
        file_key text not null,
        remove_at timestamptz not null,
        primary key (file_key)
      );
      create index file_removals_remove_at_index on file_removals (remove_at);
    `);
    // Triggers, because rows also go by cascade: with a candidate, with a user.
    this.addSql(`
      create function remove_cv_file() returns trigger language plpgsql as $$
      begin
        insert into file_removals (file_key, remove_at) values (old.file_key, now())
          on conflict (file_key) do nothing;
        return null;
      end
      $$;
      create trigger cvs_remove_file after delete on cvs for each row execute function remove_cv_file();
      create function remove_uploaded_file() returns trigger language plpgsql as $$
      begin
        insert into file_removals (file_key, remove_at) values ('uploads/' || old.id, old.expires_at)
          on conflict (file_key) do nothing;
        return null;
      end
      $$;
      create trigger cv_uploads_remove_file after delete on cv_uploads
        for each row execute function remove_uploaded_file();
    `);
  }

  override down(): void {
    this.addSql(`
      drop table cv_uploads, file_removals;
      drop trigger cvs_remove_file on cvs;
      drop function remove_cv_file, remove_uploaded_file;
      drop index cvs_deleted_at_index;
      alter table cvs drop constraint cvs_deleted_is_not_active_check, drop column deleted_at;
    `);
  }
}
