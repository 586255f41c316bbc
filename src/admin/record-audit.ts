import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../graphql/context.js';
import type { AuditAction, AuditSubject } from './audit-action.js';
import { AuditEntry } from './audit-entry.entity.js';

interface Act {
  action: `${AuditAction}`;
  subjectType: `${AuditSubject}`;
  subjectId: string | null;
  /** Circumstances. No names or addresses of people: the log outlives their accounts. */
  details?: Record<string, string>;
  /** Who acts, if it is not the viewer. */
  actorUserId?: string;
}

/** Writes an audit entry in the transaction of the act it records. */
export function recordAudit(
  ctx: Context,
  em: EntityManager,
  { action, subjectType, subjectId, details = {}, actorUserId }: Act,
): void {
  em.create(AuditEntry, {
    actorUserId: actorUserId ?? ctx.viewer?.userId ?? null,
    action,
    subjectType,
    subjectId,
    details,
    ip: ctx.client.ip,
    requestId: ctx.requestId,
    createdAt: ctx.clock.now(),
  });
}
