import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { checkCompanyAdminRemains } from '../../employers/members/check-company-admin-remains.js';
import { lockCompanyOf } from '../../employers/members/lock-company.js';
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
  if (viewer.role === Role.EMPLOYER) await checkCompanyMayDoWithout(em, viewer);
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

async function checkCompanyMayDoWithout(em: EntityManager, { employerId }: EmployerViewer): Promise<void> {
  const companyId = await lockCompanyOf(em, employerId);
  if (companyId !== null) await checkCompanyAdminRemains(em, companyId, employerId);
}
