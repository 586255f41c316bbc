import type { Company } from '../../companies/company.entity.js';
import type { Context } from '../../graphql/context.js';
import { recordAudit } from '../record-audit.js';
import type { CompanyIdInput } from './company-admin.inputs.js';
import { lockNamedCompany } from './lock-named-company.js';

/** Vouches for a company. Doing it again changes nothing, the time of the first included. */
export function verifyCompany(ctx: Context, { companyId }: CompanyIdInput): Promise<Company> {
  return ctx.db.transaction(async (em) => {
    const company = await lockNamedCompany(em, companyId);
    if (company.verifiedAt !== null) return company;
    const now = ctx.clock.now();
    em.assign(company, { verifiedAt: now, updatedAt: now });
    recordAudit(ctx, em, { action: 'COMPANY_VERIFIED', subjectType: 'Company', subjectId: company.id });
    return company;
  });
}
