import type { Context } from '../graphql/context.js';
import { Role } from '../graphql/role.js';
import { refusal, UserErrorCode } from '../graphql/user-error.js';
import { createCandidateProfile } from '../candidates/create-candidate-profile.js';
import { createEmployerProfile } from '../employers/create-employer-profile.js';
import { violatesUnique } from '../platform/database/violations.js';
import { User } from '../users/user.entity.js';
import type { SignUpInput } from './auth.inputs.js';
import { checkNewPassword } from './password-rules.js';
import type { AuthServices } from './auth-services.js';
import { startSession, type SignedIn } from './start-session.js';

/** Makes a user, the profile of their role and a session, all or nothing. */
export async function signUp(
  ctx: Context,
  { passwords, tokens }: AuthServices,
  input: SignUpInput,
): Promise<SignedIn> {
  checkNewPassword(input.password, 'password');
  const passwordHash = await passwords.hash(input.password);
  const { email, firstName, lastName } = input;
  const now = ctx.clock.now();
  try {
    return await ctx.db.transaction(async (em) => {
      const role = Role[input.role];
      const user = em.create(User, {
        email,
        firstName,
        lastName,
        role,
        passwordHash,
        emailVerifiedAt: null,
        createdAt: now,
        updatedAt: now,
      });
      if (role === Role.CANDIDATE) createCandidateProfile(em, user.id, now);
      else createEmployerProfile(em, user.id, now);
      return startSession(ctx, em, tokens, user);
    });
  } catch (error) {
    if (!violatesUnique(error, 'users_email_unique')) throw error;
    throw refusal(UserErrorCode.EMAIL_TAKEN, 'email', 'An account with this e-mail address exists already.');
  }
}
