import { startPasswordReset } from '../../auth/password/start-password-reset.js';
import type { Context } from '../../graphql/context.js';
import { refusal, UserErrorCode } from '../../graphql/user-error.js';
import type { AdminViewer } from '../../graphql/viewer.js';
import { recordAudit } from '../record-audit.js';
import { lockOtherUser } from './lock-other-user.js';
import type { UserIdInput } from './user-admin.inputs.js';

/** Has a user mailed the link they could have asked for themselves. Nobody else ever knows or chooses a password. */
export async function sendPasswordReset(
  ctx: Context,
  viewer: AdminViewer,
  { userId }: UserIdInput,
): Promise<void> {
  await ctx.db.transaction(async (em) => {
    const { id, email, isActive } = await lockOtherUser(em, viewer, userId);
    if (!isActive) {
      throw refusal(
        UserErrorCode.ACCOUNT_DEACTIVATED,
        'userId',
        'This account is deactivated: activate it first.',
      );
    }
    recordAudit(ctx, em, { action: 'PASSWORD_RESET_SENT', subjectType: 'User', subjectId: id });
    await startPasswordReset.add(em, { email });
  });
}
