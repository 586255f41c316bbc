import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuidv7 } from 'uuid';
import { addTime, DAY, HOUR } from '../../platform/clock.js';
import { jobKind } from '../../platform/queue/job-kind.js';
import { lockAccountOf } from '../lock-account.js';
import { PasswordReset } from '../password-reset.entity.js';
import { passwordResetMail } from './password-reset.mail.js';

const LIFETIME = DAY;

/** More mails than this in an hour help nobody but who wants to annoy the owner of the mailbox. */
const MAX_AN_HOUR = 3;

/** Makes a reset and its mail, if an active account has the address. */
export const startPasswordReset = jobKind<{ email: string }>(
  'start password reset',
  async ({ db, clock, mailLinks }, { email }) => {
    const now = clock.now();
    await db.transaction(async (em) => {
      const account = await lockAccountOf(em, email);
      if (!account?.isActive || (await isAskedTooOften(em, account.id, now))) return;
      const id = uuidv7();
      em.create(PasswordReset, {
        id,
        userId: account.id,
        tokenHash: mailLinks.tokenHashOf(id),
        createdAt: now,
        expiresAt: addTime(now, LIFETIME),
        usedAt: null,
      });
      await passwordResetMail.add(em, { passwordResetId: id });
    });
  },
);

async function isAskedTooOften(em: EntityManager, userId: string, now: Date): Promise<boolean> {
  const recent = await em.count(PasswordReset, { userId, createdAt: { $gt: addTime(now, -HOUR) } });
  return recent >= MAX_AN_HOUR;
}
