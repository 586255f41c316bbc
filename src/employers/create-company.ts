import { Company } from '../companies/company.entity.js';
import type { CreateCompanyInput } from '../companies/company.inputs.js';
import type { Context } from '../graphql/context.js';
import { refusal, UserErrorCode } from '../graphql/user-error.js';
import type { EmployerViewer } from '../graphql/viewer.js';
import { Employer } from './employer.entity.js';

/** Creates a company and makes the viewer its company admin, both or neither. */
export async function createCompany(
  ctx: Context,
  viewer: EmployerViewer,
  input: CreateCompanyInput,
): Promise<Company> {
  const now = ctx.clock.now();
  const company = await ctx.db.transaction(async (em) => {
    const created = em.create(Company, {
      name: input.name,
      description: input.description ?? null,
      industry: input.industry ?? null,
      size: input.size ?? null,
      websiteUrl: input.websiteUrl ?? null,
      linkedinUrl: input.linkedinUrl ?? null,
      address: input.address ?? null,
      city: input.city ?? null,
      country: input.country?.toUpperCase() ?? null,
      logoKey: null,
      verifiedAt: null,
      createdAt: now,
      updatedAt: now,
    });
    await em.flush();
    const joined = await em.nativeUpdate(
      Employer,
      { id: viewer.employerId, companyId: null },
      {
        companyId: created.id,
        isCompanyAdmin: true,
        canCreateJobs: true,
        canManageCandidates: true,
        updatedAt: now,
      },
    );
    if (joined === 0)
      throw refusal(UserErrorCode.ALREADY_IN_COMPANY, null, 'You belong to a company already.');
    return created;
  });
  // Later fields of the same operation act as a member of it.
  ctx.viewer = {
    ...viewer,
    companyId: company.id,
    isCompanyAdmin: true,
    canCreateJobs: true,
    canManageCandidates: true,
  };
  return company;
}
