import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../graphql/context.js';
import { refusal, UserErrorCode } from '../../graphql/user-error.js';
import type { AdminViewer } from '../../graphql/viewer.js';
import { violatesUnique } from '../../platform/database/violations.js';
import { recordAudit } from '../record-audit.js';
import { checkAddressIsFree } from './check-address-is-free.js';
import { newLink } from './new-link.js';
import { INVITATION_UNIQUE, UserInvitation } from './user-invitation.entity.js';
import type { InviteUserInput } from './user-invitation.inputs.js';
import { userInvitationMail } from './user-invitation.mail.js';

/** Mails somebody the offer to open an account with the role named. An expired offer to the address gives way. */
export async function inviteUser(
  ctx: Context,
  viewer: AdminViewer,
  input: InviteUserInput,
): Promise<UserInvitation> {
  try {
    return await ctx.db.transaction((em) => invite(ctx, em, viewer, input));
  } catch (error) {
    if (!violatesUnique(error, INVITATION_UNIQUE)) throw error;
    throw refusal(
      UserErrorCode.ALREADY_INVITED,
      'email',
      'Somebody with this address is invited already: send that invitation again, or cancel it.',
    );
  }
}

async function invite(
  ctx: Context,
  em: EntityManager,
  { userId: invitedByUserId }: AdminViewer,
  { email, firstName, lastName, role }: InviteUserInput,
): Promise<UserInvitation> {
  const createdAt = ctx.clock.now();
  await checkAddressIsFree(em, email);
  await em.nativeDelete(UserInvitation, { email, expiresAt: { $lte: createdAt } });
  const invitation = em.create(UserInvitation, {
    invitedByUserId,
    email,
    firstName,
    lastName,
    role,
    createdAt,
    ...newLink(ctx),
  });
  recordAudit(ctx, em, {
    action: 'USER_INVITED',
    subjectType: 'UserInvitation',
    subjectId: invitation.id,
    details: { role },
  });
  await userInvitationMail.add(em, { linkId: invitation.linkId });
  return invitation;
}
