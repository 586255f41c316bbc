import { Migration } from '@mikro-orm/migrations';

/** Applications, their append-only history, and the company's notes. */
export class CreateApplications extends Migration {
  override up(): void {
    this.addSql(`
      create table applications (
        id uuid not null,
        created_at timestamptz not null default now(),
        job_id uuid not null,
        candidate_id uuid not null,
        company_id uuid not null,
        employer_id uuid,
        cv_id uuid,
        status text not null default 'APPLIED',
        cover_letter text,
        source text not null default 'DIRECT',
        source_detail text,
        rating smallint,
        interviewed_at timestamptz,
        updated_at timestamptz not null default now(),
        primary key (id)
      );
      create index applications_cv_id_index on applications (cv_id);
      create index applications_company_id_index on applications
        (company_id, created_at, id) include (status, interviewed_at, job_id);
      create index applications_employer_id_index on applications
        (employer_id, created_at, id) include (status, interviewed_at, job_id);
      create index applications_job_id_index on applications
        (job_id, created_at, id) include (status);
      create index applications_candidate_id_index on applications
        (candidate_id, created_at, id) include (status, job_id);
      create unique index applications_one_live_per_candidate_and_job on applications
        (candidate_id, job_id) where status in ('APPLIED', 'VIEWED', 'SHORTLISTED', 'INTERVIEW', 'ACCEPTED');
      alter table applications add constraint applications_source_detail_check
        check ((source = 'OTHER') = (source_detail is not null));
      alter table applications add constraint applications_rating_check check (rating >= 1 and rating <= 5);
      alter table applications add constraint applications_status_check
        check (status in ('APPLIED', 'VIEWED', 'SHORTLISTED', 'INTERVIEW', 'ACCEPTED', 'REJECTED', 'WITHDRAWN'));
      alter table applications add constraint applications_source_check
        check (source in ('DIRECT', 'LINKEDIN', 'WHATSAPP', 'EMAIL', 'FACEBOOK', 'OTHER'));
      alter table applications add constraint applications_job_id_foreign
        foreign key (job_id) references jobs (id) on delete no action;
      alter table applications add constraint applications_candidate_id_foreign
        foreign key (candidate_id) references candidates (id) on delete cascade;
      alter table applications add constraint applications_company_id_foreign
        foreign key (company_id) references companies (id) on delete cascade;
      alter table applications add constraint applications_employer_id_foreign
        foreign key (employer_id) references employers (id) on delete set null;
      alter table applications add constraint applications_cv_id_foreign
        foreign key (cv_id) references cvs (id) on delete set null;
      alter table applications set (autovacuum_vacuum_scale_factor = 0.02);
    `);
    this.addSql(`
      create table application_events (
        id uuid not null,
        application_id uuid not null,
        company_id uuid not null,
        employer_id uuid,
        actor_user_id uuid,
        actor text not null,
        from_status text,
        to_status text not null,
        reason text,
        at timestamptz not null,
        primary key (id)
      );
      create index application_events_actor_user_id_index on application_events (actor_user_id);
      create index application_events_company_id_at_index on application_events
        (company_id, at) include (from_status, to_status, application_id);
      create index application_events_employer_id_at_index on application_events
        (employer_id, at) include (from_status, to_status, application_id);
      create index application_events_application_id_index on application_events (application_id, at, id);
      alter table application_events add constraint application_events_actor_check
        check (actor in ('CANDIDATE', 'EMPLOYER', 'ADMIN'));
      alter table application_events add constraint application_events_from_status_check
        check (from_status in ('APPLIED', 'VIEWED', 'SHORTLISTED', 'INTERVIEW', 'ACCEPTED', 'REJECTED', 'WITHDRAWN'));
      alter table application_events add constraint application_events_to_status_check
        check (to_status in ('APPLIED', 'VIEWED', 'SHORTLISTED', 'INTERVIEW', 'ACCEPTED', 'REJECTED', 'WITHDRAWN'));
      alter table application_events add constraint application_events_application_id_foreign
        foreign key (application_id) references applications (id) on delete cascade;
      alter table application_events add constraint application_events_company_id_foreign
        foreign key (company_id) references companies (id) on delete cascade;
      alter table application_events add constraint application_events_employer_id_foreign
        foreign key (employer_id) references employers (id) on delete set null;
      alter table application_events add constraint application_events_actor_user_id_foreign
        foreign key (actor_user_id) references users (id) on delete set null;
      create trigger application_events_append_only before update or delete on application_events
        for each row when (pg_trigger_depth() = 0) execute function refuse_change();
      create trigger application_events_keep_all before truncate on application_events
        for each statement execute function refuse_change();
    `);
    this.addSql(`
      create table application_notes (
        id uuid not null,
        created_at timestamptz not null default now(),
        application_id uuid not null,
        employer_id uuid,
        body text not null,
        primary key (id)
      );
      create index application_notes_employer_id_index on application_notes (employer_id);
      create index application_notes_application_id_index on application_notes
        (application_id, created_at);
      alter table application_notes add constraint application_notes_application_id_foreign
        foreign key (application_id) references applications (id) on delete cascade;
      alter table application_notes add constraint application_notes_employer_id_foreign
        foreign key (employer_id) references employers (id) on delete set null;
    `);
  }

  override down(): void {
    this.addSql('drop table application_notes, application_events, applications');
  }
}
