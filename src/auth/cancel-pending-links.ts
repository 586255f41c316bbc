import type { EntityManager } from '@mikro-orm/postgresql';
import { EmailConfirmation } from './email-confirmation.entity.js';
import { PasswordReset } from './password-reset.entity.js';

/**
 * Makes the links of mails under way worthless. Whoever knew an old password, or could read an old mailbox, may have
 * asked for one, to come back with after the owner has locked them out.
 */
export async function cancelPendingLinks(em: EntityManager, userId: string): Promise<void> {
  await em.nativeDelete(PasswordReset, { userId, usedAt: null });
  await em.nativeDelete(EmailConfirmation, { userId, usedAt: null, oldEmail: { $ne: null } });
}
