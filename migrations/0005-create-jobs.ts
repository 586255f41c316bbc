import { Migration } from '@mikro-orm/migrations';

/** Jobs, their append-only history, and the views that count once a day. */
export class CreateJobs extends Migration {
  override up(): void {
    this.addSql(`
      create table jobs (
        id uuid not null,
        created_at timestamptz not null default now(),
        company_id uuid not null,
        employer_id uuid,
        title text not null,
        description text not null,
        requirements text,
        responsibilities text,
        benefits text,
        type text not null,
        location_type text not null,
        location text,
        country char(2),
        language char(2),
        salary_min int,
        salary_max int,
        currency char(3) not null default 'XAF',
        salary_period text not null default 'MONTH',
        status text not null default 'DRAFT',
        is_featured boolean not null default false,
        views_count int not null default 0,
        applications_count int not null default 0,
        posted_at timestamptz,
        expires_at timestamptz,
        updated_at timestamptz not null default now(),
        primary key (id)
      );
      create index jobs_expires_at_index on jobs (expires_at) where status = 'PUBLISHED';
      create index jobs_company_id_index on jobs
        (company_id, created_at, id) include (status, expires_at);
      create index jobs_employer_id_index on jobs
        (employer_id, created_at, id) include (status, expires_at, company_id);
      create index jobs_published_salary_index on jobs
        (coalesce(salary_max, salary_min, -1), id) where status = 'PUBLISHED';
      create index jobs_published_posted_at_index on jobs
        (posted_at, id) where status = 'PUBLISHED';
      alter table jobs add constraint jobs_counts_check
        check (views_count >= 0 and applications_count >= 0);
      alter table jobs add constraint jobs_published_has_posted_at_check
        check (status <> 'PUBLISHED' or posted_at is not null);
      alter table jobs add constraint jobs_salary_check
        check (salary_min >= 0 and salary_max >= 0 and salary_min <= salary_max);
      alter table jobs add constraint jobs_type_check
        check (type in ('FULL_TIME', 'PART_TIME', 'CONTRACT', 'TEMPORARY', 'INTERNSHIP'));
      alter table jobs add constraint jobs_location_type_check
        check (location_type in ('ON_SITE', 'REMOTE', 'HYBRID'));
      alter table jobs add constraint jobs_salary_period_check
        check (salary_period in ('HOUR', 'DAY', 'MONTH', 'YEAR'));
      alter table jobs add constraint jobs_status_check
        check (status in ('DRAFT', 'PUBLISHED', 'CLOSED', 'ARCHIVED'));
      alter table jobs add constraint jobs_company_id_foreign
        foreign key (company_id) references companies (id) on delete cascade;
      alter table jobs add constraint jobs_employer_id_foreign
        foreign key (employer_id) references employers (id) on delete set null;
    `);
    this.addSql(`
      create table job_events (
        id uuid not null,
        job_id uuid not null,
        company_id uuid not null,
        employer_id uuid,
        from_status text,
        to_status text not null,
        at timestamptz not null,
        primary key (id)
      );
      create index job_events_company_id_at_index on job_events
        (company_id, at) include (from_status, to_status);
      create index job_events_employer_id_at_index on job_events
        (employer_id, at) include (from_status, to_status);
      create index job_events_job_id_index on job_events (job_id, at);
      alter table job_events add constraint job_events_from_status_check
        check (from_status in ('DRAFT', 'PUBLISHED', 'CLOSED', 'ARCHIVED'));
      alter table job_events add constraint job_events_to_status_check
        check (to_status in ('DRAFT', 'PUBLISHED', 'CLOSED', 'ARCHIVED'));
      alter table job_events add constraint job_events_job_id_foreign
        foreign key (job_id) references jobs (id) on delete cascade;
      alter table job_events add constraint job_events_company_id_foreign
        foreign key (company_id) references companies (id) on delete cascade;
      alter table job_events add constraint job_events_employer_id_foreign
        foreign key (employer_id) references employers (id) on delete set null;
      create trigger job_events_append_only before update or delete on job_events
        for each row when (pg_trigger_depth() = 0) execute function refuse_change();
      create trigger job_events_keep_all before truncate on job_events
        for each statement execute function refuse_change();
    `);
    this.addSql(`
      create table job_views (
        job_id uuid not null,
        viewed_on date not null,
        viewer_key text not null,
        primary key (job_id, viewed_on, viewer_key)
      );
      create index job_views_viewed_on_index on job_views (viewed_on);
      alter table job_views add constraint job_views_job_id_foreign
        foreign key (job_id) references jobs (id) on delete cascade;
    `);
  }

  override down(): void {
    this.addSql('drop table job_views, job_events, jobs');
  }
}
