import type { Context } from '../../graphql/context.js';
import { refusal, UserErrorCode } from '../../graphql/user-error.js';
import type { EmployerViewer } from '../../graphql/viewer.js';
import { Employer } from '../employer.entity.js';
import { checkCompanyAdminRemains } from './check-company-admin-remains.js';
import { findMember } from './find-member.js';
import { lockCompanyAsAdmin } from './lock-company-of.js';
import { makeCompanyAdmin } from './make-company-admin.js';
import type { MemberInput } from './member.inputs.js';
import { seeMemberAnew } from './see-member-anew.js';

/** Makes a colleague company admin, with every permission, and the viewer an ordinary member: both or neither. */
export async function handOverCompanyAdmin(
  ctx: Context,
  viewer: EmployerViewer,
  { employerId }: MemberInput,
): Promise<Employer> {
  const now = ctx.clock.now();
  const { successor, predecessor } = await ctx.db.transaction(async (em) => {
    const companyId = await lockCompanyAsAdmin(em, viewer);
    const colleague = await findMember(em, companyId, employerId);
    if (colleague.id === viewer.employerId) {
      throw refusal(UserErrorCode.INVALID, 'employerId', 'Name a colleague to hand over to.');
    }
    await makeCompanyAdmin(em, colleague, now);
    // The account of the colleague may have been deactivated.
    await checkCompanyAdminRemains(em, companyId, viewer.employerId, 'steps down');
    const self = await em.findOneOrFail(Employer, { id: viewer.employerId });
    em.assign(self, { isCompanyAdmin: false, updatedAt: now });
    return { successor: colleague, predecessor: self };
  });
  seeMemberAnew(ctx, successor);
  seeMemberAnew(ctx, predecessor);
  return successor;
}
