import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { Role } from '../../graphql/role.js';
import { refusal, UserErrorCode } from '../../graphql/user-error.js';
import type { EmployerViewer, Viewer } from '../../graphql/viewer.js';
import { executeIn } from '../../platform/database/database.js';

/**
 * Refuses to let somebody go whom others depend on. Locks what the decision rests on, so that of two who want to leave
 * at the same time the second one is asked after the first has left.
 */
export async function checkMayLeave(em: EntityManager, viewer: Viewer): Promise<void> {
  if (viewer.role === Role.ADMIN) await checkAdminsRemain(em, viewer.userId);
  if (viewer.role === Role.EMPLOYER) await checkCompanyAdminRemains(em, viewer);
}

async function checkAdminsRemain(em: EntityManager, userId: string): Promise<void> {
  const admins = await executeIn(
    em,
    sql<{ id: string }>`
      select id from users where role = ${Role.ADMIN} and is_active order by id for no key update`,
  );
  if (admins.some(({ id }) => id !== userId)) return;
  throw refusal(
    UserErrorCode.LAST_ADMIN,
    null,
    'You are the last administrator of the platform: make another one first.',
  );
}

async function checkCompanyAdminRemains(em: EntityManager, { employerId }: EmployerViewer): Promise<void> {
  // Read here and not from the viewer, who may have joined a company since the request began.
  const [company] = await executeIn(
    em,
    sql<{ id: string }>`
      select id from companies where id = (select company_id from employers where id = ${employerId})
      for no key update`,
  );
  if (!company) return;
  const [others] = await executeIn(
    em,
    sql<{ members: number; admins: number; isAdmin: boolean }>`
      select count(*) filter (where e.id <> ${employerId})::int as members,
        count(*) filter (where e.id <> ${employerId} and e.is_company_admin and u.is_active)::int as admins,
        coalesce(bool_or(e.is_company_admin) filter (where e.id = ${employerId}), false) as "isAdmin"
      from employers e join users u on u.id = e.user_id
      where e.company_id = ${company.id}`,
  );
  if (!others?.isAdmin || others.admins > 0 || others.members === 0) return;
  throw refusal(
    UserErrorCode.LAST_COMPANY_ADMIN,
    null,
    'You are the only admin of a company with other members: make one of them its admin first.',
  );
}
