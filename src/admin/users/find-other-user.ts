import type { EntityManager } from '@mikro-orm/postgresql';
import { lockAdmins } from '../../auth/account/lock-admins.js';
import { unauthenticated } from '../../graphql/errors.js';
import { inputUuid } from '../../graphql/ids.js';
import { Role } from '../../graphql/role.js';
import { refusal, UserErrorCode } from '../../graphql/user-error.js';
import type { AdminViewer } from '../../graphql/viewer.js';
import { User } from '../../users/user.entity.js';

/**
 * The user an administrator acts on; never themselves. If that is an administrator as well, all of them are locked: of
 * two who act on each other at the same time the second finds that they are none any more. So one is always left.
 */
export async function findOtherUser(em: EntityManager, viewer: AdminViewer, userId: string): Promise<User> {
  const id = inputUuid('User', 'userId', userId);
  if (id === viewer.userId) {
    throw refusal(
      UserErrorCode.OWN_ACCOUNT,
      'userId',
      'This is your own account: ask another administrator.',
    );
  }
  const user = await em.findOne(User, { id });
  if (!user) throw refusal(UserErrorCode.NOT_FOUND, 'userId', 'User not found.');
  // A role is for good, so it can be read before the lock that depends on it.
  if (user.role === Role.ADMIN && !(await lockAdmins(em)).includes(viewer.userId)) throw unauthenticated();
  return user;
}
