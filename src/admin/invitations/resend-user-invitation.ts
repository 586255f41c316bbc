import type { Context } from '../../graphql/context.js';
import { recordAudit } from '../record-audit.js';
import { checkAddressIsFree } from './check-address-is-free.js';
import { lockInvitation } from './lock-invitation.js';
import { newLink } from './new-link.js';
import type { UserInvitation } from './user-invitation.entity.js';
import type { UserInvitationIdInput } from './user-invitation.inputs.js';
import { userInvitationMail } from './user-invitation.mail.js';

/** Mails an invitation again, expired or not, with another link: the one before leads nowhere from then on. */
export function resendUserInvitation(
  ctx: Context,
  { invitationId }: UserInvitationIdInput,
): Promise<UserInvitation> {
  return ctx.db.transaction(async (em) => {
    const invitation = await lockInvitation(em, invitationId);
    await checkAddressIsFree(em, invitation.email);
    em.assign(invitation, newLink(ctx));
    recordAudit(ctx, em, {
      action: 'USER_INVITATION_RESENT',
      subjectType: 'UserInvitation',
      subjectId: invitation.id,
    });
    await userInvitationMail.add(em, { linkId: invitation.linkId });
    return invitation;
  });
}
