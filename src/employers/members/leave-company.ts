import type { Context } from '../../graphql/context.js';
import { refusal, UserErrorCode } from '../../graphql/user-error.js';
import type { EmployerViewer } from '../../graphql/viewer.js';
import { Employer } from '../employer.entity.js';
import { lockCompanyOf } from './lock-company-of.js';
import { releaseMember } from './release-member.js';
import { seeMemberAnew } from './see-member-anew.js';

/** Takes the viewer out of their company. */
export async function leaveCompany(ctx: Context, viewer: EmployerViewer): Promise<Employer> {
  const employer = await ctx.db.transaction(async (em) => {
    const companyId = await lockCompanyOf(em, viewer.employerId);
    if (companyId === null) {
      throw refusal(UserErrorCode.COMPANY_REQUIRED, null, 'You belong to no company.');
    }
    const self = await em.findOneOrFail(Employer, { id: viewer.employerId });
    await releaseMember(em, companyId, self, ctx.clock.now());
    return self;
  });
  seeMemberAnew(ctx, employer);
  return employer;
}
