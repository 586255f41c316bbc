import type { EntityManager } from '@mikro-orm/postgresql';
import { NotificationType } from '../../notifications/notification.entity.js';
import { notify } from '../../notifications/notify.js';
import type { Employer } from '../employer.entity.js';

/** Makes a member of a company, both locked, its admin with every permission, and tells them. */
export async function makeCompanyAdmin(em: EntityManager, member: Employer, now: Date): Promise<void> {
  em.assign(member, {
    isCompanyAdmin: true,
    canCreateJobs: true,
    canManageCandidates: true,
    updatedAt: now,
  });
  await em.flush();
  const payload = { event: 'COMPANY_ADMIN_RECEIVED' };
  await notify(em, now, [{ userId: member.userId, type: NotificationType.SYSTEM, payload }]);
}
