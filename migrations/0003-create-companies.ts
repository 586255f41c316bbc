import { Migration } from '@mikro-orm/migrations';

/** Companies, the employers who belong to them, and invitations to join. */
export class CreateCompanies extends Migration {
  override up(): void {
    this.addSql(`
      create table companies (
        id uuid not null,
        created_at timestamptz not null default now(),
        name text not null,
        description text,
        industry text,
        size text,
        website_url text,
        linkedin_url text,
        address text,
        city text,
        country char(2),
        logo_key text,
        verified_at timestamptz,
        updated_at timestamptz not null default now(),
        primary key (id)
      );
      create index companies_country_index on companies (country);
      create index companies_industry_index on companies (industry);
      create index companies_created_at_index on companies (created_at, id);
      alter table companies add constraint companies_size_check
        check (size in ('FROM_1_TO_10', 'FROM_11_TO_50', 'FROM_51_TO_200', 'FROM_201_TO_500', 'OVER_500'));
    `);
    this.addSql(`
      create table employers (
        id uuid not null,
        created_at timestamptz not null default now(),
        user_id uuid not null,
        company_id uuid,
        position text,
        department text,
        phone text,
        can_create_jobs boolean not null default true,
        can_manage_candidates boolean not null default true,
        is_company_admin boolean not null default false,
        updated_at timestamptz not null default now(),
        primary key (id)
      );
      alter table employers add constraint employers_user_id_unique unique (user_id);
      create index employers_company_id_index on employers (company_id);
      alter table employers add constraint employers_user_id_foreign
        foreign key (user_id) references users (id) on delete cascade;
      alter table employers add constraint employers_company_id_foreign
        foreign key (company_id) references companies (id) on delete set null;
    `);
    this.addSql(`
      create table company_invitations (
        id uuid not null,
        created_at timestamptz not null default now(),
        company_id uuid not null,
        invited_by_user_id uuid,
        email citext not null,
        token_hash text not null,
        can_create_jobs boolean not null default true,
        can_manage_candidates boolean not null default true,
        expires_at timestamptz not null,
        accepted_at timestamptz,
        primary key (id)
      );
      create index company_invitations_company_id_index on company_invitations (company_id);
      create index company_invitations_invited_by_user_id_index on company_invitations
        (invited_by_user_id);
      alter table company_invitations add constraint company_invitations_token_hash_unique unique (token_hash);
      alter table company_invitations add constraint company_invitations_company_id_foreign
        foreign key (company_id) references companies (id) on delete cascade;
      alter table company_invitations add constraint company_invitations_invited_by_user_id_foreign
        foreign key (invited_by_user_id) references users (id) on delete set null;
    `);
  }

  override down(): void {
    this.addSql('drop table company_invitations, employers, companies');
  }
}
