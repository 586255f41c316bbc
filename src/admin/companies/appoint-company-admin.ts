import type { Employer } from '../../employers/employer.entity.js';
import { findMember } from '../../employers/members/find-member.js';
import { lockCompanyOf } from '../../employers/members/lock-company-of.js';
import { makeCompanyAdmin } from '../../employers/members/make-company-admin.js';
import { seeMemberAnew } from '../../employers/members/see-member-anew.js';
import type { Context } from '../../graphql/context.js';
import { globalId, inputUuid } from '../../graphql/ids.js';
import { refusal, UserErrorCode } from '../../graphql/user-error.js';
import { User } from '../../users/user.entity.js';
import { recordAudit } from '../record-audit.js';
import type { AppointCompanyAdminInput } from './company-admin.inputs.js';

/**
 * Makes a member admin of their company, which may have none who could do it: the only one may have been shut out. Who is
 * admin already stays so, and nothing changes.
 */
export async function appointCompanyAdmin(
  ctx: Context,
  { employerId }: AppointCompanyAdminInput,
): Promise<Employer> {
  const now = ctx.clock.now();
  const employer = await ctx.db.transaction(async (em) => {
    const companyId = await lockCompanyOf(em, inputUuid('Employer', 'employerId', employerId));
    if (companyId === null)
      throw refusal(UserErrorCode.NOT_FOUND, 'employerId', 'No company has such a member.');
    const member = await findMember(em, companyId, employerId);
    if (member.isCompanyAdmin) return member;
    if ((await em.count(User, { id: member.userId, isActive: true })) === 0) {
      throw refusal(UserErrorCode.INVALID, 'employerId', 'The account of this member is deactivated.');
    }
    await makeCompanyAdmin(em, member, now);
    recordAudit(ctx, em, {
      action: 'COMPANY_ADMIN_APPOINTED',
      subjectType: 'Company',
      subjectId: companyId,
      details: { employerId: globalId('Employer', member.id) },
    });
    return member;
  });
  seeMemberAnew(ctx, employer);
  return employer;
}
