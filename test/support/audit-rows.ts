import { sql } from 'kysely';
import type { TestServer } from './test-server.js';
import { uuidIn } from './uuid-in.js';

export interface AuditRow {
  actor: string | null;
  details: Record<string, string>;
}

/** What the audit log has about an act on an object, oldest first. */
export function auditOf(server: TestServer, action: string, subjectId: string): Promise<AuditRow[]> {
  return server.db.rows(sql<AuditRow>`
    select actor_user_id as actor, details from audit_log
    where action = ${action} and subject_id = ${uuidIn(subjectId)} order by created_at, id`);
}
