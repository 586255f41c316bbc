import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuidv7 } from 'uuid';
import type { Context } from '../../graphql/context.js';
import { addTime, DAY } from '../../platform/clock.js';
import { EmailConfirmation } from '../email-confirmation.entity.js';
import { confirmEmailMail } from './confirm-email.mail.js';

const LIFETIME = DAY;

interface Address {
  userId: string;
  email: string;
  /** Of a change. */
  oldEmail: string | null;
}

/**
 * Sends the mail whose link confirms an address, in the transaction of the act that needs it.
 *
 * @returns id of the confirmation
 */
export async function askToConfirm(ctx: Context, em: EntityManager, address: Address): Promise<string> {
  const id = uuidv7();
  const now = ctx.clock.now();
  em.create(EmailConfirmation, {
    ...address,
    id,
    tokenHash: ctx.mailLinks.tokenHashOf(id),
    createdAt: now,
    expiresAt: addTime(now, LIFETIME),
    usedAt: null,
  });
  await confirmEmailMail.add(em, { confirmationId: id });
  return id;
}
