import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { lockCompany } from '../../companies/lock-company.js';
import { forbidden } from '../../graphql/errors.js';
import type { EmployerViewer } from '../../graphql/viewer.js';
import { executeIn } from '../../platform/database/database.js';
import { Employer } from '../employer.entity.js';

/**
 * Locks the company an employer belongs to and answers its id; null when there is none. Read here and not from the
 * viewer, who may have joined or left one since the request began.
 */
export async function lockCompanyOf(em: EntityManager, employerId: string): Promise<string | null> {
  const [before] = await companyIdOf(em, employerId);
  if (!before) return null;
  await lockCompany(em, before.companyId);
  // They may have left it while this waited for the lock.
  const [after] = await companyIdOf(em, employerId);
  return after?.companyId === before.companyId ? before.companyId : null;
}

/** Locks the company of which the viewer is an admin and answers its id; FORBIDDEN for everybody else. */
export async function lockCompanyAsAdmin(em: EntityManager, { employerId }: EmployerViewer): Promise<string> {
  const companyId = await lockCompanyOf(em, employerId);
  const isAdmin =
    companyId !== null && (await em.count(Employer, { id: employerId, isCompanyAdmin: true })) > 0;
  if (!isAdmin) throw forbidden('Only company admins may do this.');
  return companyId;
}

function companyIdOf(em: EntityManager, employerId: string): Promise<{ companyId: string }[]> {
  return executeIn(
    em,
    sql<{ companyId: string }>`
      select company_id as "companyId" from employers where id = ${employerId} and company_id is not null`,
  );
}
