import type { Context } from '../../graphql/context.js';
import { refusal, UserErrorCode, type Refusal } from '../../graphql/user-error.js';
import { violatesUnique } from '../../platform/database/violations.js';
import type { AuthServices } from '../auth-services.js';
import { createAccount, EMAIL_UNIQUE, emailTaken } from '../create-account.js';
import { PROVIDER_IDENTITY_UNIQUE, ProviderIdentity } from '../provider-identity.entity.js';
import { startSession, type SignedIn } from '../start-session.js';
import { TokenProblem, type RegistrationClaims, type Tokens } from '../tokens.js';
import { findUserOfIdentity } from './find-user-of-identity.js';
import type { CompleteRegistrationInput } from './provider.inputs.js';

/**
 * Makes the account of somebody a provider vouched for: user, profile of the role they choose, identity and session,
 * all or nothing. Who they are is read from the registration token; the input adds role and name.
 */
export async function completeRegistration(
  ctx: Context,
  { tokens }: AuthServices,
  { registrationToken, role, firstName, lastName }: CompleteRegistrationInput,
): Promise<SignedIn> {
  const now = ctx.clock.now();
  const { email, ...identity } = readRegistration(tokens, registrationToken, now);
  try {
    return await ctx.db.transaction(async (em) => {
      const account = { email, firstName, lastName, role, passwordHash: null, emailVerifiedAt: now };
      const user = createAccount(em, account, now);
      em.create(ProviderIdentity, { ...identity, userId: user.id, createdAt: now });
      return startSession(ctx, em, tokens, user);
    });
  } catch (error) {
    if (!violatesUnique(error, EMAIL_UNIQUE) && !violatesUnique(error, PROVIDER_IDENTITY_UNIQUE)) throw error;
    const isRegistered = await ctx.db.transaction((em) => findUserOfIdentity(em, identity));
    throw isRegistered ? alreadyRegistered() : emailTaken('registrationToken');
  }
}

function readRegistration(tokens: Tokens, token: string, now: Date): RegistrationClaims {
  try {
    return tokens.verifyRegistration(token, now);
  } catch (error) {
    if (!(error instanceof TokenProblem)) throw error;
    throw error.kind === 'expired'
      ? refusal(
          UserErrorCode.TOKEN_EXPIRED,
          'registrationToken',
          'The time to register is over. Sign in with the provider again.',
        )
      : refusal(
          UserErrorCode.TOKEN_INVALID,
          'registrationToken',
          'Not a registration token of this platform.',
        );
  }
}

function alreadyRegistered(): Refusal {
  return refusal(
    UserErrorCode.ALREADY_REGISTERED,
    'registrationToken',
    'This registration has been completed. Sign in with the provider.',
  );
}
