import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { Employer } from '../../employers/employer.entity.js';
import { lockedCompany } from '../../companies/lock-company.js';
import type { Context } from '../../graphql/context.js';
import { globalId, inputUuid } from '../../graphql/ids.js';
import { NotificationType } from '../../notifications/notification.entity.js';
import { notify } from '../../notifications/notify.js';
import { executeIn } from '../../platform/database/database.js';
import { recordAudit } from '../record-audit.js';
import type { CompanyIdInput } from './company-admin.inputs.js';

/**
 * Deletes a company with its jobs, their applications, and its files. Its members keep their accounts, are told, and may
 * create or join another company.
 *
 * @returns the global id of what is gone
 */
export function deleteCompany(ctx: Context, { companyId }: CompanyIdInput): Promise<string> {
  return ctx.db.transaction(async (em) => {
    const jobs = await lockWork(em, inputUuid('Company', 'companyId', companyId));
    const company = await lockedCompany(em, inputUuid('Company', 'companyId', companyId), 'companyId');
    const { id, name } = company;
    await releaseMembers(em, id, name, ctx.clock.now());
    recordAudit(ctx, em, {
      action: 'COMPANY_DELETED',
      subjectType: 'Company',
      subjectId: id,
      details: { name, jobs: String(jobs) },
    });
    await em.flush();
    em.remove(company);
    return globalId('Company', id);
  });
}

/**
 * Jobs before applications before the company, as the other acts come to them. The jobs not FOR UPDATE yet: whoever has
 * an application locked goes on to write a notification that refers to its job.
 *
 * @returns how many jobs there are
 */
async function lockWork(em: EntityManager, companyId: string): Promise<number> {
  const jobs = await executeIn(
    em,
    sql`select from jobs where company_id = ${companyId} order by id for no key update`,
  );
  await executeIn(em, sql`select from applications where company_id = ${companyId} order by id for update`);
  return jobs.length;
}

/** What they were allowed there says nothing about the next company. */
async function releaseMembers(em: EntityManager, companyId: string, name: string, at: Date): Promise<void> {
  const members = await em.find(Employer, { companyId });
  for (const member of members) {
    em.assign(member, {
      companyId: null,
      isCompanyAdmin: false,
      canCreateJobs: true,
      canManageCandidates: true,
      updatedAt: at,
    });
  }
  const payload = { event: 'COMPANY_DELETED', companyName: name };
  const news = members.map(({ userId }) => ({ userId, type: NotificationType.SYSTEM, payload }));
  await notify(em, at, news);
}
