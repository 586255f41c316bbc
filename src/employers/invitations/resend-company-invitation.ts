import type { CompanyInvitation } from '../../companies/company-invitation.entity.js';
import type { Context } from '../../graphql/context.js';
import type { EmployerViewer } from '../../graphql/viewer.js';
import { companyInvitationMail } from './company-invitation.mail.js';
import type { ResendCompanyInvitationInput } from './company-invitation.inputs.js';
import { findOpenInvitation } from './find-open-invitation.js';
import { invitationExpiry } from './invitation-lifetime.js';
import { lockCompanyAsAdmin } from '../members/lock-company-of.js';

/** Sends an invitation of the viewer's company once more, expired or not; it is good for another 7 days. */
export function resendCompanyInvitation(
  ctx: Context,
  viewer: EmployerViewer,
  { invitationId }: ResendCompanyInvitationInput,
): Promise<CompanyInvitation> {
  return ctx.db.transaction(async (em) => {
    const companyId = await lockCompanyAsAdmin(em, viewer);
    const invitation = await findOpenInvitation(em, companyId, invitationId);
    em.assign(invitation, {
      invitedByUserId: viewer.userId,
      // The secret it was made with may be gone.
      tokenHash: ctx.mailLinks.tokenHashOf(invitation.id),
      expiresAt: invitationExpiry(ctx.clock.now()),
    });
    await companyInvitationMail.add(em, { invitationId: invitation.id });
    return invitation;
  });
}
