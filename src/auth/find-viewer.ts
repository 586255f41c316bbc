import { sql } from 'kysely';
import { Role } from '../graphql/role.js';
import type { Viewer } from '../graphql/viewer.js';
import type { Database } from '../platform/database/database.js';
import type { Claims } from './tokens.js';

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
}

/**
 * The viewer an access token speaks for, read at each request: so a sign-out, a revocation or a deactivation works at
 * once, and a role is never taken from a token. Null once the session has ended or the user is inactive.
 */
export async function findViewer(
  db: Database,
  { userId, sessionId }: Claims,
  now: Date,
): Promise<Viewer | null> {
  const row = await db.row(sql<ViewerRow>`
    select u.email, u.first_name as "firstName", u.last_name as "lastName", u.role,
      c.id as "candidateId", e.id as "employerId", e.company_id as "companyId",
      e.can_create_jobs as "canCreateJobs", e.can_manage_candidates as "canManageCandidates",
      e.is_company_admin as "isCompanyAdmin"
    from sessions s
    join users u on u.id = s.user_id
    left join candidates c on c.user_id = u.id
    left join employers e on e.user_id = u.id
    where s.id = ${sessionId} and s.user_id = ${userId}
      and s.revoked_at is null and s.idle_expires_at > ${now} and s.absolute_expires_at > ${now}
      and u.is_active`);
  return row ? viewerOf(row, userId, sessionId) : null;
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
