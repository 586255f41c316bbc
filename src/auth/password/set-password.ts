import type { EntityManager } from '@mikro-orm/postgresql';
import { recordAudit } from '../../admin/record-audit.js';
import type { Context } from '../../graphql/context.js';
import { User } from '../../users/user.entity.js';
import { cancelPendingLinks } from '../cancel-pending-links.js';
import { endSessionsOf } from '../end-sessions-of.js';
import { SessionEnd } from '../session.entity.js';
import { passwordChangedMail } from './password-changed.mail.js';

interface NewPassword {
  userId: string;
  passwordHash: string;
  /** The session that goes on; none after a reset. */
  keptSession?: string;
}

/**
 * Sets the password of an account that is locked, and shuts out whoever had the old one: their sessions end, and the
 * mails they may have asked for lead nowhere. The user is told by mail.
 *
 * @returns how many sessions ended
 */
export async function setPassword(
  ctx: Context,
  em: EntityManager,
  { userId, passwordHash, keptSession }: NewPassword,
): Promise<number> {
  const now = ctx.clock.now();
  await em.nativeUpdate(User, { id: userId }, { passwordHash, updatedAt: now });
  await cancelPendingLinks(em, userId);
  recordAudit(ctx, em, { action: 'PASSWORD_CHANGED', subjectType: 'User', subjectId: userId });
  await passwordChangedMail.add(em, { userId });
  const kept = keptSession === undefined ? {} : { except: keptSession };
  return endSessionsOf(em, userId, SessionEnd.PASSWORD_CHANGED, now, kept);
}
