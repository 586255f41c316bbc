import { Migration } from '@mikro-orm/migrations';

/** Invitations to open an account, and indexes that give administrators pages, searches and totals of everything. */
export class Administer extends Migration {
  override up(): void {
    this.addSql(`
      create table user_invitations (
        id uuid not null,
        created_at timestamptz not null default now(),
        invited_by_user_id uuid,
        email citext not null,
        first_name text not null,
        last_name text not null,
        role text not null,
        link_id uuid not null,
        token_hash text not null,
        expires_at timestamptz not null,
        primary key (id)
      );
      create index user_invitations_invited_by_user_id_index on user_invitations (invited_by_user_id);
      create index user_invitations_created_at_index on user_invitations (created_at, id);
      alter table user_invitations add constraint user_invitations_email_unique unique (email);
      alter table user_invitations add constraint user_invitations_token_hash_unique unique (token_hash);
      alter table user_invitations add constraint user_invitations_role_check
        check (role in ('CANDIDATE', 'EMPLOYER', 'ADMIN'));
      alter table user_invitations add constraint user_invitations_invited_by_user_id_foreign
        foreign key (invited_by_user_id) references users (id) on delete set null;
    `);
    // With role and activity in it, a filtered list and its total are read from the index alone.
    this.addSql(`
      drop index users_created_at_index;
      create index users_created_at_index on users (created_at, id) include (role, is_active);
      create index users_name_index on users (left(plain_text(last_name || ' ' || first_name), 100), id);
      create index users_search_index on users using gin
        (plain_text(first_name || ' ' || last_name || ' ' || email::text) gin_trgm_ops);
      create index jobs_created_at_index on jobs (created_at, id) include (status);
      create index jobs_updated_at_index on jobs (updated_at, id) include (status);
      create index jobs_title_trigram_index on jobs using gin (plain_text(title) gin_trgm_ops);
    `);
    // Everything an administrator did, newest first.
    this.addSql(`
      drop index audit_log_actor_user_id_index;
      create index audit_log_actor_user_id_index on audit_log (actor_user_id, created_at, id);
      drop index audit_log_subject_index;
      create index audit_log_subject_index on audit_log (subject_type, subject_id, created_at, id);
    `);
  }

  override down(): void {
    this.addSql(`
      drop index audit_log_subject_index;
      create index audit_log_subject_index on audit_log (subject_type, subject_id);
      drop index audit_log_actor_user_id_index;
      create index audit_log_actor_user_id_index on audit_log (actor_user_id);
      drop index jobs_title_trigram_index;
      drop index jobs_updated_at_index;
      drop index jobs_created_at_index;
      drop index users_search_index;
      drop index users_name_index;
      drop index users_created_at_index;
      create index users_created_at_index on users (created_at, id);
      drop table user_invitations;
    `);
  }
}
