import { sql, type RawBuilder } from 'kysely';
import type { Connection } from '../graphql/connection.js';
import type { Context } from '../graphql/context.js';
import { badInput } from '../graphql/errors.js';
import { fetchPage } from '../graphql/fetch-page.js';
import { parseGlobalId, uuidOf } from '../graphql/ids.js';
import { highestFirst } from '../graphql/order.js';
import { sliceOf } from '../graphql/page-args.js';
import { AuditEntry } from './audit-entry.entity.js';
import type { AuditLogArgs } from './audit-log.args.js';

const NEWEST = highestFirst('newest', sql`l.created_at`, 'timestamptz', 'l');

/** A page of the audit log, newest first. */
export function listAuditLog(
  ctx: Context,
  args: AuditLogArgs,
  withTotal: boolean,
): Promise<Connection<AuditEntry>> {
  const { actorId, action, subjectType, subjectId, from, until } = args;
  return fetchPage<AuditEntry>(ctx.db, {
    columns: ctx.db.columns.list(AuditEntry, 'l'),
    from: sql`audit_log l`,
    where: [
      ...(actorId == null ? [] : [sql`l.actor_user_id = ${uuidOf('User', actorId)}`]),
      ...(action ? [sql`l.action = any(${action})`] : []),
      ...(subjectType == null ? [] : [sql`l.subject_type = ${subjectType}`]),
      ...(subjectId == null ? [] : [isAbout(subjectId)]),
      ...(from ? [sql`l.created_at >= ${from}`] : []),
      ...(until ? [sql`l.created_at < ${until}`] : []),
    ],
    order: NEWEST,
    slice: sliceOf(args),
    withTotal,
  });
}

/** The id names the type as well. */
function isAbout(subjectId: string): RawBuilder<unknown> {
  const subject = parseGlobalId(subjectId);
  if (!subject) throw badInput('`subjectId` is not a global id.');
  return sql`l.subject_type = ${subject.type} and l.subject_id = ${subject.uuid}`;
}
