import type { Context } from '../../graphql/context.js';
import { namedChanges } from '../../graphql/named-changes.js';
import type { EmployerViewer } from '../../graphql/viewer.js';
import type { Employer } from '../employer.entity.js';
import { checkCompanyAdminRemains } from './check-company-admin-remains.js';
import { findMember } from './find-member.js';
import { lockCompanyAsAdmin } from './lock-company-of.js';
import type { SetMemberPermissionsInput } from './member.inputs.js';
import { seeMemberAnew } from './see-member-anew.js';

const NEVER_CLEARED = ['canCreateJobs', 'canManageCandidates', 'isCompanyAdmin'] as const;

/** Changes what a member of the viewer's company may do, from their next request on. */
export async function setMemberPermissions(
  ctx: Context,
  viewer: EmployerViewer,
  { employerId, ...given }: SetMemberPermissionsInput,
): Promise<Employer> {
  const changes = namedChanges(given, NEVER_CLEARED);
  const employer = await ctx.db.transaction(async (em) => {
    const companyId = await lockCompanyAsAdmin(em, viewer);
    const member = await findMember(em, companyId, employerId);
    if (changes.isCompanyAdmin === false)
      await checkCompanyAdminRemains(em, companyId, member.id, 'steps down');
    return em.assign(member, { ...changes, updatedAt: ctx.clock.now() });
  });
  seeMemberAnew(ctx, employer);
  return employer;
}
