import { sql, type RawBuilder } from 'kysely';
import { Role } from '../graphql/role.js';
import type { Viewer } from '../graphql/viewer.js';
import type { Database } from '../platform/database/database.js';
import { FixedStatement } from '../platform/database/fixed-statement.js';
import { isLive } from './live-sessions.js';
import type { Claims } from './tokens.js';

/** Somebody who is signed in, and when their session was used last as far as is known. */
export interface Presence {
  viewer: Viewer;
  lastUsedAt: Date;
}

interface ViewerRow {
  email: string;
  firstName: string;
  lastName: string;
  role: Role;
  candidateId: string | null;
  employerId: string | null;
  companyId: string | null;
  canCreateJobs: boolean | null;
  canManageCandidates: boolean | null;
  isCompanyAdmin: boolean | null;
  lastUsedAt: Date;
}

type Asked = Pick<Claims, 'userId' | 'sessionId'> & { now: Date };

const viewerOfSession = new FixedStatement((_columns, { userId, sessionId, now }: Asked) =>
  viewerStatement({ userId, sessionId }, now),
);

/**
 * The viewer an access token speaks for, read at each request: so a sign-out, a revocation or a deactivation works at
 * once, and a role is never taken from a token. Null once the session has ended or the user is inactive.
 */
export async function findViewer(db: Database, claims: Claims, now: Date): Promise<Presence | null> {
  const { userId, sessionId } = claims;
  const row = await db.row(viewerOfSession.with(db.columns, { userId, sessionId, now }));
  if (!row) return null;
  const viewer = viewerOf(row, userId, sessionId);
  return viewer && { viewer, lastUsedAt: row.lastUsedAt };
}

export function viewerStatement(
  { userId, sessionId }: Pick<Claims, 'userId' | 'sessionId'>,
  now: Date,
): RawBuilder<ViewerRow> {
  return sql`
    select u.email, u.first_name as "firstName", u.last_name as "lastName", u.role,
      c.id as "candidateId", e.id as "employerId", e.company_id as "companyId",
      e.can_create_jobs as "canCreateJobs", e.can_manage_candidates as "canManageCandidates",
      e.is_company_admin as "isCompanyAdmin", s.last_used_at as "lastUsedAt"
    from sessions s
    join users u on u.id = s.user_id
    left join candidates c on c.user_id = u.id
    left join employers e on e.user_id = u.id
    where s.id = ${sessionId} and s.user_id = ${userId}
      and ${isLive('s', now)} and u.is_active`;
}

function viewerOf(row: ViewerRow, userId: string, sessionId: string): Viewer | null {
  const { email, firstName, lastName, candidateId, employerId } = row;
  const person = { userId, sessionId, email, firstName, lastName };
  if (row.role === Role.ADMIN) return { ...person, role: Role.ADMIN };
  if (row.role === Role.CANDIDATE)
    return candidateId === null ? null : { ...person, role: Role.CANDIDATE, candidateId };
  if (employerId === null) return null;
  return {
    ...person,
    role: Role.EMPLOYER,
    employerId,
    companyId: row.companyId,
    canCreateJobs: row.canCreateJobs === true,
    canManageCandidates: row.canManageCandidates === true,
    isCompanyAdmin: row.isCompanyAdmin === true,
  };
}
