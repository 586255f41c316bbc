import type { Context } from '../../graphql/context.js';
import { Role } from '../../graphql/role.js';
import type { Employer } from '../employer.entity.js';
import { forgetEmployer } from '../employer.loaders.js';

/** Lets the later fields of the same operation see a member as they are now; they also act as one, if it is the viewer. */
export function seeMemberAnew(ctx: Context, employer: Employer): void {
  forgetEmployer(ctx, employer);
  const { viewer } = ctx;
  if (viewer?.role !== Role.EMPLOYER || viewer.employerId !== employer.id) return;
  const { companyId, isCompanyAdmin, canCreateJobs, canManageCandidates } = employer;
  ctx.viewer = { ...viewer, companyId, isCompanyAdmin, canCreateJobs, canManageCandidates };
}
