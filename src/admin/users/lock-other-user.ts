import type { EntityManager } from '@mikro-orm/postgresql';
import { lockAccount } from '../../auth/lock-account.js';
import { refusal, UserErrorCode } from '../../graphql/user-error.js';
import type { AdminViewer } from '../../graphql/viewer.js';
import type { User } from '../../users/user.entity.js';
import { findOtherUser } from './find-other-user.js';

/** The user an administrator acts on, as they are now, locked until the transaction ends. */
export async function lockOtherUser(em: EntityManager, viewer: AdminViewer, userId: string): Promise<User> {
  const user = await findOtherUser(em, viewer, userId);
  if (!(await lockAccount(em, user.id))) {
    throw refusal(UserErrorCode.NOT_FOUND, 'userId', 'User not found.');
  }
  return em.refreshOrFail(user);
}
