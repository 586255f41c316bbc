import type { Context } from '../graphql/context.js';
import { rowById } from '../graphql/row-by-id.js';
import { maySeeAdministration } from './admin.policy.js';
import { AuditEntry } from './audit-entry.entity.js';

const auditEntryById = rowById(AuditEntry, 'audit_log');

/** An entry of the audit log, for administrators; null for everybody else, as if it did not exist. */
export function findVisibleAuditEntry(ctx: Context, id: string): Promise<AuditEntry | null> {
  return maySeeAdministration(ctx.viewer) ? auditEntryById(ctx).load(id) : Promise.resolve(null);
}
