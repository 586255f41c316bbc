import { Migration } from '@mikro-orm/migrations';

/** Notifications and the append-only audit log. */
export class CreateNotifications extends Migration {
  override up(): void {
    this.addSql(`
      create table notifications (
        id uuid not null,
        created_at timestamptz not null default now(),
        user_id uuid not null,
        type text not null,
        job_id uuid,
        application_id uuid,
        payload jsonb not null,
        read_at timestamptz,
        primary key (id)
      );
      create index notifications_job_id_index on notifications (job_id);
      create index notifications_application_id_index on notifications (application_id);
      create index notifications_unread_index on notifications
        (user_id, created_at, id) where read_at is null;
      create index notifications_user_id_index on notifications (user_id, created_at, id);
      alter table notifications add constraint notifications_type_check
        check (type in ('NEW_APPLICATION', 'STATUS_CHANGE', 'NEW_JOB', 'MESSAGE', 'SYSTEM'));
      alter table notifications add constraint notifications_user_id_foreign
        foreign key (user_id) references users (id) on delete cascade;
      alter table notifications add constraint notifications_job_id_foreign
        foreign key (job_id) references jobs (id) on delete cascade;
      alter table notifications add constraint notifications_application_id_foreign
        foreign key (application_id) references applications (id) on delete cascade;
    `);
    this.addSql(`
      create table audit_log (
        id uuid not null,
        created_at timestamptz not null default now(),
        actor_user_id uuid,
        action text not null,
        subject_type text not null,
        subject_id uuid,
        details jsonb not null,
        ip inet,
        request_id text,
        primary key (id)
      );
      create index audit_log_actor_user_id_index on audit_log (actor_user_id);
      create index audit_log_subject_index on audit_log (subject_type, subject_id);
      create index audit_log_created_at_index on audit_log (created_at, id);
      alter table audit_log add constraint audit_log_actor_user_id_foreign
        foreign key (actor_user_id) references users (id) on delete set null;
      create trigger audit_log_append_only before update or delete on audit_log
        for each row when (pg_trigger_depth() = 0) execute function refuse_change();
      create trigger audit_log_keep_all before truncate on audit_log
        for each statement execute function refuse_change();
    `);
  }

  override down(): void {
    this.addSql('drop table audit_log, notifications');
  }
}
