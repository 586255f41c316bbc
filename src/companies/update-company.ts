import type { Context } from '../graphql/context.js';
import { namedChanges } from '../graphql/named-changes.js';
import type { EmployerViewer } from '../graphql/viewer.js';
import type { Company } from './company.entity.js';
import type { UpdateCompanyInput } from './company.inputs.js';
import { companyById } from './company.loaders.js';
import { companyToEdit } from './company.policy.js';
import { lockedCompany } from './lock-company.js';

/** Changes what the input names of the viewer's company. */
export async function updateCompany(
  ctx: Context,
  viewer: EmployerViewer,
  input: UpdateCompanyInput,
): Promise<Company> {
  const companyId = companyToEdit(viewer);
  const changes = namedChanges(input, ['name']);
  const company = await ctx.db.transaction(async (em) => {
    const found = await lockedCompany(em, companyId, null);
    em.assign(found, { ...changes, updatedAt: ctx.clock.now() });
    found.country = found.country?.toUpperCase() ?? null;
    return found;
  });
  companyById(ctx).clear(companyId);
  return company;
}
