import { Migration } from '@mikro-orm/migrations';

/** The audit log forgot who had acted once their account was deleted, which anybody can do to their own. */
export class KeepWhoseActItWas extends Migration {
  override up(): void {
    this.addSql('alter table audit_log drop constraint audit_log_actor_user_id_foreign');
  }

  override down(): void {
    this.addSql(`
      alter table audit_log disable trigger audit_log_append_only;
      update audit_log set actor_user_id = null
      where actor_user_id is not null and not exists (select from users where id = actor_user_id);
      alter table audit_log enable trigger audit_log_append_only;
      alter table audit_log add constraint audit_log_actor_user_id_foreign
        foreign key (actor_user_id) references users (id) on delete set null;
    `);
  }
}
