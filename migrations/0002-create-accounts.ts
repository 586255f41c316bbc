import { Migration } from '@mikro-orm/migrations';

/** Users and everything they sign in with. */
export class CreateAccounts extends Migration {
  override up(): void {
    this.addSql(`
      create table users (
        id uuid not null,
        created_at timestamptz not null default now(),
        email citext not null,
        email_verified_at timestamptz,
        password_hash text,
        role text not null,
        first_name text not null,
        last_name text not null,
        is_active boolean not null default true,
        updated_at timestamptz not null default now(),
        primary key (id)
      );
      alter table users add constraint users_email_unique unique (email);
      create index users_created_at_index on users (created_at, id);
      alter table users add constraint users_role_check check (role in ('CANDIDATE', 'EMPLOYER', 'ADMIN'));
    `);
    this.addSql(`
      create table sessions (
        id uuid not null,
        created_at timestamptz not null default now(),
        user_id uuid not null,
        refresh_token_hash text not null,
        previous_refresh_token_hash text,
        rotated_at timestamptz,
        last_used_at timestamptz not null,
        user_agent text,
        ip inet,
        idle_expires_at timestamptz not null,
        absolute_expires_at timestamptz not null,
        revoked_at timestamptz,
        revoked_reason text,
        primary key (id)
      );
      create index sessions_absolute_expires_at_index on sessions (absolute_expires_at);
      create index sessions_user_id_index on sessions (user_id, created_at);
      alter table sessions add constraint sessions_revoked_reason_check
        check (revoked_reason in ('SIGNED_OUT', 'REVOKED', 'TOKEN_REUSED', 'PASSWORD_CHANGED', 'DEACTIVATED'));
      alter table sessions add constraint sessions_user_id_foreign
        foreign key (user_id) references users (id) on delete cascade;
    `);
    this.addSql(`
      create table provider_identities (
        id uuid not null,
        created_at timestamptz not null default now(),
        user_id uuid not null,
        provider text not null,
        subject text not null,
        primary key (id)
      );
      create index provider_identities_user_id_index on provider_identities (user_id);
      alter table provider_identities add constraint provider_identities_provider_subject_unique unique (provider, subject);
      alter table provider_identities add constraint provider_identities_user_id_foreign
        foreign key (user_id) references users (id) on delete cascade;
    `);
    this.addSql(`
      create table password_resets (
        id uuid not null,
        created_at timestamptz not null default now(),
        user_id uuid not null,
        token_hash text not null,
        expires_at timestamptz not null,
        used_at timestamptz,
        primary key (id)
      );
      create index password_resets_user_id_index on password_resets (user_id);
      alter table password_resets add constraint password_resets_token_hash_unique unique (token_hash);
      alter table password_resets add constraint password_resets_user_id_foreign
        foreign key (user_id) references users (id) on delete cascade;
    `);
    this.addSql(`
      create table email_confirmations (
        id uuid not null,
        created_at timestamptz not null default now(),
        user_id uuid not null,
        email citext not null,
        token_hash text not null,
        expires_at timestamptz not null,
        used_at timestamptz,
        primary key (id)
      );
      create index email_confirmations_user_id_index on email_confirmations (user_id);
      alter table email_confirmations add constraint email_confirmations_token_hash_unique unique (token_hash);
      alter table email_confirmations add constraint email_confirmations_user_id_foreign
        foreign key (user_id) references users (id) on delete cascade;
    `);
  }

  override down(): void {
    this.addSql('drop table email_confirmations, password_resets, provider_identities, sessions, users');
  }
}
