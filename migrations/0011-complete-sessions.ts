import { Migration } from '@mikro-orm/migrations';

const REASONS = "'SIGNED_OUT', 'REVOKED', 'TOKEN_REUSED', 'PASSWORD_CHANGED', 'DEACTIVATED'";

/** A limit of live sessions per user, fast to check, and the deletion of old ones. */
export class CompleteSessions extends Migration {
  override up(): void {
    this.addSql(`
      alter table sessions drop constraint sessions_revoked_reason_check;
      alter table sessions add constraint sessions_revoked_reason_check
        check (revoked_reason in (${REASONS}, 'LIMIT_REACHED'));
      create index sessions_unrevoked_index on sessions (user_id) where revoked_at is null;
      drop index sessions_absolute_expires_at_index;
      create index sessions_idle_expires_at_index on sessions (idle_expires_at);
    `);
  }

  override down(): void {
    this.addSql(`
      drop index sessions_idle_expires_at_index;
      create index sessions_absolute_expires_at_index on sessions (absolute_expires_at);
      drop index sessions_unrevoked_index;
      update sessions set revoked_reason = 'REVOKED' where revoked_reason = 'LIMIT_REACHED';
      alter table sessions drop constraint sessions_revoked_reason_check;
      alter table sessions add constraint sessions_revoked_reason_check check (revoked_reason in (${REASONS}));
    `);
  }
}
