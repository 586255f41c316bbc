import type { Company } from '../../companies/company.entity.js';
import { lockedCompany } from '../../companies/lock-company.js';
import type { Context } from '../../graphql/context.js';
import { inputUuid } from '../../graphql/ids.js';
import { recordAudit } from '../record-audit.js';
import type { CompanyIdInput } from './company-admin.inputs.js';

/** Vouches for a company no longer. Doing it again changes nothing. */
export function unverifyCompany(ctx: Context, { companyId }: CompanyIdInput): Promise<Company> {
  return ctx.db.transaction(async (em) => {
    const company = await lockedCompany(em, inputUuid('Company', 'companyId', companyId), 'companyId');
    if (company.verifiedAt === null) return company;
    em.assign(company, { verifiedAt: null, updatedAt: ctx.clock.now() });
    recordAudit(ctx, em, { action: 'COMPANY_UNVERIFIED', subjectType: 'Company', subjectId: company.id });
    return company;
  });
}
