import { findInvitationToUse, type FoundInvitation } from '../employers/invitations/find-invitation.js';
import { joinCompany } from '../employers/invitations/join-company.js';
import type { Context } from '../graphql/context.js';
import { refusal, UserErrorCode } from '../graphql/user-error.js';
import { violatesUnique } from '../platform/database/violations.js';
import { SignUpRole, type SignUpInput } from './auth.inputs.js';
import { askToConfirm } from './email/ask-to-confirm.js';
import { createAccount, EMAIL_UNIQUE, emailTaken } from './create-account.js';
import { checkNewPassword } from './password-rules.js';
import type { AuthServices } from './auth-services.js';
import { startSession, type SignedIn } from './start-session.js';

const INVITATION_FIELD = 'invitationToken';

/**
 * Makes a user, the profile of their role and a session, all or nothing. Their address is asked to confirm, unless they
 * come with an invitation that was sent to it: then they join the company.
 */
export async function signUp(
  ctx: Context,
  { passwords, tokens }: AuthServices,
  input: SignUpInput,
): Promise<SignedIn> {
  checkNewPassword(input.password, 'password');
  const invitation = await invitationOf(ctx, input);
  const passwordHash = await passwords.hash(input.password);
  const { email, firstName, lastName, role } = input;
  const now = ctx.clock.now();
  const emailVerifiedAt = invitation && now;
  try {
    return await ctx.db.transaction(async (em) => {
      const account = { email, firstName, lastName, role, passwordHash, emailVerifiedAt };
      const user = createAccount(em, account, now);
      await em.flush();
      if (invitation) await joinCompany(em, { invitation, userId: user.id, field: INVITATION_FIELD, now });
      else await askToConfirm(ctx, em, { userId: user.id, email, oldEmail: null });
      return startSession(ctx, em, tokens, user);
    });
  } catch (error) {
    if (!violatesUnique(error, EMAIL_UNIQUE)) throw error;
    throw emailTaken('email');
  }
}

async function invitationOf(
  ctx: Context,
  { role, invitationToken }: SignUpInput,
): Promise<FoundInvitation | null> {
  if (invitationToken == null) return null;
  if (role !== SignUpRole.EMPLOYER) {
    throw refusal(UserErrorCode.INVALID, 'role', 'An invitation to a company is for employers.');
  }
  return findInvitationToUse(ctx, invitationToken, INVITATION_FIELD);
}
