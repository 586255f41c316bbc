import { v7 as uuidv7 } from 'uuid';
import { CompanyInvitation } from '../../companies/company-invitation.entity.js';
import type { Context } from '../../graphql/context.js';
import type { EmployerViewer } from '../../graphql/viewer.js';
import { lockCompanyAsAdmin } from '../members/lock-company-of.js';
import { companyInvitationMail } from './company-invitation.mail.js';
import type { InviteMemberInput } from './company-invitation.inputs.js';
import { invitationExpiry } from './invitation-lifetime.js';

/**
 * Invites an address to the viewer's company, or, when it is invited already, renews that invitation on the new terms.
 * Whose address it is is not looked at, so that the answer says nothing about it.
 */
export function inviteMember(
  ctx: Context,
  viewer: EmployerViewer,
  { email, canCreateJobs, canManageCandidates }: InviteMemberInput,
): Promise<CompanyInvitation> {
  const now = ctx.clock.now();
  const invitedByUserId = viewer.userId;
  const terms = { invitedByUserId, canCreateJobs, canManageCandidates, expiresAt: invitationExpiry(now) };
  return ctx.db.transaction(async (em) => {
    const companyId = await lockCompanyAsAdmin(em, viewer);
    const key = { companyId, email, acceptedAt: null, cancelledAt: null };
    const open = await em.findOne(CompanyInvitation, key);
    const id = open?.id ?? uuidv7();
    const tokenHash = ctx.mailLinks.tokenHashOf(id);
    const invitation = open
      ? em.assign(open, { ...terms, tokenHash })
      : em.create(CompanyInvitation, { ...key, ...terms, id, tokenHash, createdAt: now });
    await companyInvitationMail.add(em, { invitationId: id });
    return invitation;
  });
}
