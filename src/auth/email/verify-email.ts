import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { recordAudit } from '../../admin/record-audit.js';
import type { Context } from '../../graphql/context.js';
import { executeIn } from '../../platform/database/database.js';
import { violatesUnique } from '../../platform/database/violations.js';
import { User } from '../../users/user.entity.js';
import { cancelPendingLinks } from '../cancel-pending-links.js';
import { EMAIL_UNIQUE, emailTaken } from '../create-account.js';
import { EmailConfirmation } from '../email-confirmation.entity.js';
import { findMailedToken, mailedTokenInvalid, type MailedToken } from '../find-mailed-token.js';
import { lockAccount } from '../lock-account.js';
import { emailChangedMail } from './email-changed.mail.js';

/**
 * Confirms an address by the token that was mailed to it. Either it is the one the account has, or the one it is to
 * have: then the change takes effect now.
 *
 * @returns the address
 */
export async function verifyEmail(ctx: Context, token: string): Promise<string> {
  const mailed = await findMailedToken(ctx, 'email_confirmations', token);
  try {
    return await ctx.db.transaction((em) => confirm(ctx, em, mailed));
  } catch (error) {
    if (!violatesUnique(error, EMAIL_UNIQUE)) throw error;
    throw emailTaken('token');
  }
}

async function confirm(ctx: Context, em: EntityManager, { id, userId }: MailedToken): Promise<string> {
  const now = ctx.clock.now();
  await lockAccount(em, userId);
  const used = await executeIn(
    em,
    sql`update email_confirmations set used_at = ${now}
      where id = ${id} and used_at is null and expires_at > ${now} returning id`,
  );
  if (used.length === 0) throw mailedTokenInvalid();
  const { email, oldEmail } = await em.findOneOrFail(EmailConfirmation, id);
  // The address it was meant for: a change may have taken effect since the mail was sent.
  const updated = await em.nativeUpdate(
    User,
    { id: userId, email: oldEmail ?? email },
    { email, emailVerifiedAt: now, updatedAt: now },
  );
  if (updated === 0) throw mailedTokenInvalid();
  if (oldEmail !== null) {
    await cancelPendingLinks(em, userId);
    await em.nativeDelete(EmailConfirmation, { userId, usedAt: null });
    recordAudit(ctx, em, { action: 'EMAIL_CHANGED', subjectType: 'User', subjectId: userId });
    await emailChangedMail.add(em, { confirmationId: id });
  }
  return email;
}
