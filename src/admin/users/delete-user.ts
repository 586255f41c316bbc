import { lockLeaver } from '../../auth/account/lock-leaver.js';
import { removeAccount } from '../../auth/account/remove-account.js';
import type { Context } from '../../graphql/context.js';
import { globalId } from '../../graphql/ids.js';
import { refusal, UserErrorCode } from '../../graphql/user-error.js';
import type { AdminViewer } from '../../graphql/viewer.js';
import { findOtherUser } from './find-other-user.js';
import type { UserIdInput } from './user-admin.inputs.js';

/**
 * Deletes somebody's account, as they could themselves: the same goes, and the same stands in the way.
 *
 * @returns the global id of who is gone
 */
export function deleteUser(ctx: Context, viewer: AdminViewer, { userId }: UserIdInput): Promise<string> {
  return ctx.db.transaction(async (em) => {
    const { id, email, firstName, role } = await findOtherUser(em, viewer, userId);
    const leaver = { userId: id, email, firstName, role };
    if (!(await lockLeaver(em, leaver))) {
      throw refusal(UserErrorCode.NOT_FOUND, 'userId', 'User not found.');
    }
    await removeAccount(ctx, em, leaver, 'USER_DELETED');
    return globalId('User', id);
  });
}
