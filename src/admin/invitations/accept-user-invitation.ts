import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { AuthServices } from '../../auth/auth-services.js';
import { createAccount, EMAIL_UNIQUE, emailTaken } from '../../auth/create-account.js';
import { mailedTokenInvalid } from '../../auth/find-mailed-token.js';
import { checkNewPassword } from '../../auth/password-rules.js';
import { startSession, type SignedIn } from '../../auth/start-session.js';
import type { Context } from '../../graphql/context.js';
import type { Role } from '../../graphql/role.js';
import { refusal, UserErrorCode } from '../../graphql/user-error.js';
import { executeIn } from '../../platform/database/database.js';
import { violatesUnique } from '../../platform/database/violations.js';
import { mailTokenHash } from '../../platform/mail/mail-links.js';
import { recordAudit } from '../record-audit.js';
import type { AcceptUserInvitationInput } from './user-invitation.inputs.js';

interface Offer {
  email: string;
  firstName: string;
  lastName: string;
  role: Role;
}

/**
 * Makes the account somebody was invited to, with its profile and a session, all or nothing. That they have the token
 * shows that they read the mails of the address.
 */
export async function acceptUserInvitation(
  ctx: Context,
  { passwords, tokens }: AuthServices,
  { token, password }: AcceptUserInvitationInput,
): Promise<SignedIn> {
  checkNewPassword(password, 'password');
  const tokenHash = mailTokenHash(token);
  // Hashing is dear: only for somebody who was invited.
  await checkIsGood(ctx, tokenHash);
  const passwordHash = await passwords.hash(password);
  const now = ctx.clock.now();
  try {
    return await ctx.db.transaction(async (em) => {
      const offer = await takeOffer(em, tokenHash, now);
      const user = createAccount(em, { ...offer, passwordHash, emailVerifiedAt: now }, now);
      recordAudit(ctx, em, {
        action: 'USER_INVITATION_ACCEPTED',
        subjectType: 'User',
        subjectId: user.id,
        details: { role: offer.role },
        actorUserId: user.id,
      });
      return startSession(ctx, em, tokens, user);
    });
  } catch (error) {
    if (!violatesUnique(error, EMAIL_UNIQUE)) throw error;
    throw emailTaken('token');
  }
}

async function checkIsGood({ db, clock }: Context, tokenHash: string): Promise<void> {
  const invitation = await db.row(sql<{ expiresAt: Date }>`
    select expires_at as "expiresAt" from user_invitations where token_hash = ${tokenHash}`);
  if (!invitation) throw mailedTokenInvalid();
  if (invitation.expiresAt <= clock.now()) {
    throw refusal(UserErrorCode.TOKEN_EXPIRED, 'token', 'This invitation has expired. Ask for another one.');
  }
}

/** Of several who come with the token one gets the row; the others wait for it and find nothing. */
async function takeOffer(em: EntityManager, tokenHash: string, now: Date): Promise<Offer> {
  const [offer] = await executeIn(
    em,
    sql<Offer>`
      delete from user_invitations where token_hash = ${tokenHash} and expires_at > ${now}
      returning email, first_name as "firstName", last_name as "lastName", role`,
  );
  if (!offer) throw mailedTokenInvalid();
  return offer;
}
