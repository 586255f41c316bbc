import { Migration } from '@mikro-orm/migrations';

/** Candidate profiles and what belongs to them. */
export class CreateCandidates extends Migration {
  override up(): void {
    this.addSql(`
      create table candidates (
        id uuid not null,
        created_at timestamptz not null default now(),
        user_id uuid not null,
        phone text,
        location text,
        linkedin_url text,
        website_url text,
        title text,
        summary text,
        years_experience int,
        salary_expectation_min int,
        salary_expectation_max int,
        updated_at timestamptz not null default now(),
        primary key (id)
      );
      alter table candidates add constraint candidates_user_id_unique unique (user_id);
      alter table candidates add constraint candidates_salary_expectation_check
        check (salary_expectation_min >= 0 and salary_expectation_min <= salary_expectation_max);
      alter table candidates add constraint candidates_years_experience_check
        check (years_experience >= 0);
      alter table candidates add constraint candidates_user_id_foreign
        foreign key (user_id) references users (id) on delete cascade;
    `);
    this.addSql(`
      create table experiences (
        id uuid not null,
        created_at timestamptz not null default now(),
        candidate_id uuid not null,
        title text not null,
        company_name text not null,
        location text,
        start_month text not null,
        end_month text,
        description text,
        primary key (id)
      );
      create index experiences_candidate_id_index on experiences (candidate_id, start_month);
      alter table experiences add constraint experiences_end_month_check
        check (end_month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$' and end_month >= start_month);
      alter table experiences add constraint experiences_start_month_check
        check (start_month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$');
      alter table experiences add constraint experiences_candidate_id_foreign
        foreign key (candidate_id) references candidates (id) on delete cascade;
    `);
    this.addSql(`
      create table educations (
        id uuid not null,
        created_at timestamptz not null default now(),
        candidate_id uuid not null,
        degree text not null,
        school text not null,
        location text,
        start_month text not null,
        end_month text,
        description text,
        primary key (id)
      );
      create index educations_candidate_id_index on educations (candidate_id, start_month);
      alter table educations add constraint educations_end_month_check
        check (end_month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$' and end_month >= start_month);
      alter table educations add constraint educations_start_month_check
        check (start_month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$');
      alter table educations add constraint educations_candidate_id_foreign
        foreign key (candidate_id) references candidates (id) on delete cascade;
    `);
    this.addSql(`
      create table skills (
        id uuid not null,
        created_at timestamptz not null default now(),
        candidate_id uuid not null,
        name citext not null,
        level smallint not null,
        category text not null,
        primary key (id)
      );
      alter table skills add constraint skills_candidate_id_name_unique unique (candidate_id, name);
      alter table skills add constraint skills_level_check check (level >= 1 and level <= 5);
      alter table skills add constraint skills_category_check
        check (category in ('TECHNICAL', 'SOFT', 'LANGUAGE'));
      alter table skills add constraint skills_candidate_id_foreign
        foreign key (candidate_id) references candidates (id) on delete cascade;
    `);
    this.addSql(`
      create table cvs (
        id uuid not null,
        created_at timestamptz not null default now(),
        candidate_id uuid not null,
        file_name text not null,
        file_key text not null,
        content_type text not null,
        size_bytes int not null,
        is_active boolean not null default false,
        primary key (id)
      );
      create index cvs_candidate_id_index on cvs (candidate_id, created_at);
      alter table cvs add constraint cvs_file_key_unique unique (file_key);
      create unique index cvs_one_active_unique on cvs (candidate_id) where is_active;
      alter table cvs add constraint cvs_size_bytes_check check (size_bytes > 0);
      alter table cvs add constraint cvs_candidate_id_foreign
        foreign key (candidate_id) references candidates (id) on delete cascade;
    `);
  }

  override down(): void {
    this.addSql('drop table cvs, skills, educations, experiences, candidates');
  }
}
