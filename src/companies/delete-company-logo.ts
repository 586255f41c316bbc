import type { Context } from '../graphql/context.js';
import type { EmployerViewer } from '../graphql/viewer.js';
import type { Company } from './company.entity.js';
import { companyById } from './company.loaders.js';
import { companyToEdit } from './company.policy.js';
import { lockedCompany } from './lock-company.js';

/** Takes the logo off the viewer's company, if it has one. A trigger puts its file down for removal. */
export async function deleteCompanyLogo(ctx: Context, viewer: EmployerViewer): Promise<Company> {
  const companyId = companyToEdit(viewer);
  const company = await ctx.db.transaction(async (em) => {
    const found = await lockedCompany(em, companyId, null);
    if (found.logoKey !== null) em.assign(found, { logoKey: null, updatedAt: ctx.clock.now() });
    return found;
  });
  companyById(ctx).clear(companyId);
  return company;
}
