import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../graphql/context.js';
import { AuditEntry } from './audit-entry.entity.js';

interface Act {
  action: string;
  subjectType: string;
  subjectId: string | null;
  details?: Record<string, string>;
}

/** Writes an audit entry in the transaction of the act it records. */
export function recordAudit(
  ctx: Context,
  em: EntityManager,
  { action, subjectType, subjectId, details = {} }: Act,
): void {
  em.create(AuditEntry, {
    actorUserId: ctx.viewer?.userId ?? null,
    action,
    subjectType,
    subjectId,
    details,
    ip: ctx.client.ip,
    requestId: ctx.requestId,
    createdAt: ctx.clock.now(),
  });
}
