import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { checkCompanyAdminRemains } from '../../employers/members/check-company-admin-remains.js';
import { lockCompanyOf } from '../../employers/members/lock-company-of.js';
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
  if (role === Role.EMPLOYER) await checkCompanyMayDoWithout(em, userId);
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

async function checkCompanyMayDoWithout(em: EntityManager, userId: string): Promise<void> {
  const [employer] = await executeIn(
    em,
    sql<{ id: string }>`select id from employers where user_id = ${userId}`,
  );
  if (!employer) return;
  const companyId = await lockCompanyOf(em, employer.id);
  if (companyId !== null) await checkCompanyAdminRemains(em, companyId, employer.id, 'goes');
}
