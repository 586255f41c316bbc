import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../graphql/context.js';
import { refusal, UserErrorCode, type Refusal } from '../../graphql/user-error.js';
import { violatesUnique } from '../../platform/database/violations.js';
import type { AuthServices } from '../auth-services.js';
import { PROVIDER_IDENTITY_UNIQUE } from '../provider-identity.entity.js';
import { startSession, type SignedIn } from '../start-session.js';
import { findUserOfIdentity } from './find-user-of-identity.js';
import { finishProviderSignIn } from './finish-provider-sign-in.js';
import { linkByEmail } from './link-by-email.js';
import { nonceOf } from './nonce.js';
import type { SignInWithProviderInput } from './provider.inputs.js';
import type { Provider } from './providers.js';
import { askingProvider } from './provider-unreachable.js';
import { registrationExpiry } from './sign-in-lifetime.js';
import { verifyIdToken, type Vouched } from './verify-id-token.js';

type Outcome = SignedIn | { registrationToken: string };

/**
 * Signs in whoever a provider vouches for. The stories it must tell apart:
 *
 * - the provider's subject is known: they are signed in, whatever their address is by now;
 * - it is not, but the provider has verified an address that an account has: the account becomes theirs;
 * - nobody here has that address: they get a registration token, and nothing is made until they choose a role;
 * - the provider has not verified an address: refused, the same way whether an account has it or not.
 */
export async function signInWithProvider(
  ctx: Context,
  services: AuthServices,
  input: SignInWithProviderInput,
): Promise<Outcome> {
  const provider = services.providers.named(input.provider);
  const vouched = await askingProvider(ctx, () => verifyIdToken(provider, input.idToken, ctx.clock.now()));
  if (vouched.nonce !== nonceOf(input.verifier)) throw notOfThisSignIn();
  const attempt = () => ctx.db.transaction((em) => enter(ctx, em, services, provider, vouched));
  try {
    return await attempt();
  } catch (error) {
    if (!violatesUnique(error, PROVIDER_IDENTITY_UNIQUE)) throw error;
    // The same identity was linked by another request in between, so now it is known.
    return attempt();
  }
}

async function enter(
  ctx: Context,
  em: EntityManager,
  { tokens }: AuthServices,
  provider: Provider,
  { subject, email, nonce }: Vouched,
): Promise<Outcome> {
  const now = ctx.clock.now();
  if (!(await finishProviderSignIn(em, provider, nonce, now))) throw notOfThisSignIn();
  const identity = { provider: provider.issuer, subject };
  const known = await findUserOfIdentity(em, identity);
  if (known) return startSession(ctx, em, tokens, known);
  if (email === null) throw unverified(provider);
  const newcomer = { ...identity, email };
  const linked = await linkByEmail(ctx, em, newcomer);
  // An account that is refused here rolls everything back: nothing is linked to it.
  if (linked) return startSession(ctx, em, tokens, linked);
  return { registrationToken: tokens.signRegistration(newcomer, now, registrationExpiry(now)) };
}

function notOfThisSignIn(): Refusal {
  return refusal(
    UserErrorCode.TOKEN_INVALID,
    'idToken',
    'This id_token was used before, or belongs to another sign-in or one begun too long ago. Start again.',
  );
}

function unverified({ name }: Provider): Refusal {
  return refusal(
    UserErrorCode.PROVIDER_EMAIL_UNVERIFIED,
    'idToken',
    `${name} does not say that it has verified your e-mail address. Verify it there, or use a password here.`,
  );
}
