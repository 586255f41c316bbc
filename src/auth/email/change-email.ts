import { recordAudit } from '../../admin/record-audit.js';
import type { Context } from '../../graphql/context.js';
import { refusal, UserErrorCode } from '../../graphql/user-error.js';
import type { Viewer } from '../../graphql/viewer.js';
import { User } from '../../users/user.entity.js';
import { checkStillConfirmed, confirmIdentity } from '../confirm-identity.js';
import { emailTaken } from '../create-account.js';
import { EmailConfirmation } from '../email-confirmation.entity.js';
import { lockAccount } from '../lock-account.js';
import type { Passwords } from '../passwords.js';
import { askToConfirm } from './ask-to-confirm.js';
import type { ChangeEmailInput } from './email.inputs.js';
import { emailChangeAskedMail } from './email-change-asked.mail.js';

/**
 * Begins to give the viewer another address: the new one is asked to confirm, the present one is told, and stays in
 * force until then. A later change replaces one that is still waiting.
 */
export async function changeEmail(
  ctx: Context,
  passwords: Passwords,
  viewer: Viewer,
  { newEmail, currentPassword }: ChangeEmailInput,
): Promise<void> {
  const confirmed = await confirmIdentity(ctx, passwords, viewer, currentPassword);
  const { userId } = viewer;
  await ctx.db.transaction(async (em) => {
    checkStillConfirmed(confirmed, await lockAccount(em, userId));
    const { email: oldEmail } = await em.findOneOrFail(User, userId);
    // citext: compared without regard to case. Whoever takes it between now and the confirmation is found then.
    const owner = await em.findOne(User, { email: newEmail });
    if (owner?.id === userId) {
      throw refusal(UserErrorCode.INVALID, 'newEmail', 'This is your address already.');
    }
    if (owner) throw emailTaken('newEmail');
    await em.nativeDelete(EmailConfirmation, { userId, usedAt: null, oldEmail: { $ne: null } });
    const confirmationId = await askToConfirm(ctx, em, { userId, email: newEmail, oldEmail });
    await emailChangeAskedMail.add(em, { confirmationId });
    recordAudit(ctx, em, { action: 'EMAIL_CHANGE_ASKED', subjectType: 'User', subjectId: userId });
  });
}
