import type { CompanyInvitation } from '../../companies/company-invitation.entity.js';
import type { Context } from '../../graphql/context.js';
import type { EmployerViewer } from '../../graphql/viewer.js';
import { lockCompanyAsAdmin } from '../members/lock-company-of.js';
import type { CancelCompanyInvitationInput } from './company-invitation.inputs.js';
import { findOpenInvitation } from './find-open-invitation.js';

/** Takes an invitation of the viewer's company back: its link leads nowhere from then on. */
export function cancelCompanyInvitation(
  ctx: Context,
  viewer: EmployerViewer,
  { invitationId }: CancelCompanyInvitationInput,
): Promise<CompanyInvitation> {
  return ctx.db.transaction(async (em) => {
    const companyId = await lockCompanyAsAdmin(em, viewer);
    const invitation = await findOpenInvitation(em, companyId, invitationId);
    return em.assign(invitation, { cancelledAt: ctx.clock.now() });
  });
}
