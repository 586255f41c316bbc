import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { Role } from '../../graphql/role.js';
import { refusal, UserErrorCode } from '../../graphql/user-error.js';
import { executeIn } from '../../platform/database/database.js';
import { lockAdmins } from './lock-admins.js';

/**
 * Refuses to let somebody go whom others depend on. Locks what the decision rests on, so that of two who are to leave at
 * the same time the second one is asked after the first has left.
 */
export async function checkMayLeave(
  em: EntityManager,
  { userId, role }: { userId: string; role: Role },
): Promise<void> {
  if (role === Role.ADMIN) await checkAdminsRemain(em, userId);
  if (role === Role.EMPLOYER) await checkCompanyAdminRemains(em, userId);
}

async function checkAdminsRemain(em: EntityManager, userId: string): Promise<void> {
  const admins = await lockAdmins(em);
  if (admins.some((id) => id !== userId)) return;
  throw refusal(
    UserErrorCode.LAST_ADMIN,
    null,
    'The platform would be left without an administrator: make another one first.',
  );
}

async function checkCompanyAdminRemains(em: EntityManager, userId: string): Promise<void> {
  // Read here and not from a viewer, who may have joined a company since the request began.
  const [company] = await executeIn(
    em,
    sql<{ id: string }>`
      select id from companies where id = (select company_id from employers where user_id = ${userId})
      for no key update`,
  );
  if (!company) return;
  const [others] = await executeIn(
    em,
    sql<{ members: number; admins: number; isAdmin: boolean }>`
      select count(*) filter (where e.user_id <> ${userId})::int as members,
        count(*) filter (where e.user_id <> ${userId} and e.is_company_admin and u.is_active)::int as admins,
        coalesce(bool_or(e.is_company_admin) filter (where e.user_id = ${userId}), false) as "isAdmin"
      from employers e join users u on u.id = e.user_id
      where e.company_id = ${company.id}`,
  );
  if (!others?.isAdmin || others.admins > 0 || others.members === 0) return;
  throw refusal(
    UserErrorCode.LAST_COMPANY_ADMIN,
    null,
    'This is the only admin of a company with other members: one of them must become its admin first.',
  );
}
