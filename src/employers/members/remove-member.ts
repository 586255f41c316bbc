import type { Context } from '../../graphql/context.js';
import { refusal, UserErrorCode } from '../../graphql/user-error.js';
import type { EmployerViewer } from '../../graphql/viewer.js';
import { NotificationType } from '../../notifications/notification.entity.js';
import { notify } from '../../notifications/notify.js';
import { findMember } from './find-member.js';
import { lockCompanyAsAdmin } from './lock-company-of.js';
import type { MemberInput } from './member.inputs.js';
import { releaseMember } from './release-member.js';
import { seeMemberAnew } from './see-member-anew.js';

/** Takes a colleague out of the viewer's company, tells them, and answers their id. */
export async function removeMember(
  ctx: Context,
  viewer: EmployerViewer,
  { employerId }: MemberInput,
): Promise<string> {
  const now = ctx.clock.now();
  const removed = await ctx.db.transaction(async (em) => {
    const companyId = await lockCompanyAsAdmin(em, viewer);
    const member = await findMember(em, companyId, employerId);
    if (member.id === viewer.employerId) {
      throw refusal(UserErrorCode.INVALID, 'employerId', 'To go yourself, use leaveCompany.');
    }
    await releaseMember(em, companyId, member, now);
    const payload = { event: 'REMOVED_FROM_COMPANY' };
    await notify(em, now, [{ userId: member.userId, type: NotificationType.SYSTEM, payload }]);
    return member;
  });
  seeMemberAnew(ctx, removed);
  return employerId;
}
