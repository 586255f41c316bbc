import type { EntityManager } from '@mikro-orm/postgresql';
import type { User } from '../../users/user.entity.js';
import { endSessionsOf } from '../end-sessions-of.js';
import { EmailConfirmation } from '../email-confirmation.entity.js';
import { PasswordReset } from '../password-reset.entity.js';
import { ProviderIdentity } from '../provider-identity.entity.js';
import { SessionEnd } from '../session.entity.js';

/**
 * Gives an account to the owner of its address, and takes from whoever made it all they could come back with:
 * password, sessions, other identities, and the links of e-mails still under way.
 */
export async function handOver(em: EntityManager, user: User, now: Date): Promise<void> {
  user.passwordHash = null;
  user.emailVerifiedAt = now;
  user.updatedAt = now;
  // The session that follows in this transaction is for the account as it is now.
  await em.flush();
  const theirs = { userId: user.id };
  await endSessionsOf(em, user.id, SessionEnd.PASSWORD_CHANGED, now);
  await em.nativeDelete(EmailConfirmation, theirs);
  await em.nativeDelete(PasswordReset, theirs);
  await em.nativeDelete(ProviderIdentity, theirs);
}
