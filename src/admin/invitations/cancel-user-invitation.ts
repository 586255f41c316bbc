import type { Context } from '../../graphql/context.js';
import { globalId } from '../../graphql/ids.js';
import { recordAudit } from '../record-audit.js';
import { lockInvitation } from './lock-invitation.js';
import type { UserInvitationIdInput } from './user-invitation.inputs.js';

/**
 * Takes an invitation back: its link leads nowhere any more.
 *
 * @returns the global id of what is gone
 */
export function cancelUserInvitation(ctx: Context, { invitationId }: UserInvitationIdInput): Promise<string> {
  return ctx.db.transaction(async (em) => {
    const invitation = await lockInvitation(em, invitationId);
    recordAudit(ctx, em, {
      action: 'USER_INVITATION_CANCELLED',
      subjectType: 'UserInvitation',
      subjectId: invitation.id,
    });
    em.remove(invitation);
    return globalId('UserInvitation', invitation.id);
  });
}
