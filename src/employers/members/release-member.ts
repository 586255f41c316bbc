import type { EntityManager } from '@mikro-orm/postgresql';
import type { Employer } from '../employer.entity.js';
import { checkCompanyAdminRemains } from './check-company-admin-remains.js';

/**
 * Lets a member go from a company that is locked, unless its last admin would go from the others. The jobs they wrote
 * stay with the company, under their name; should they come back, they are theirs again.
 */
export async function releaseMember(
  em: EntityManager,
  companyId: string,
  member: Employer,
  now: Date,
): Promise<void> {
  await checkCompanyAdminRemains(em, companyId, member.id, 'goes');
  // As every employer begins.
  em.assign(member, {
    companyId: null,
    isCompanyAdmin: false,
    canCreateJobs: true,
    canManageCandidates: true,
    updatedAt: now,
  });
}
