import { isEmail, maxLength } from 'class-validator';
import { errors, jwtVerify } from 'jose';
import { z } from 'zod';
import { refusal, UserErrorCode } from '../../graphql/user-error.js';
import { MAX_EMAIL_LENGTH } from '../auth.inputs.js';
import type { Provider } from './providers.js';
import { ProviderUnreachable } from './provider-unreachable.js';
import { SIGN_IN_SECONDS } from './sign-in-lifetime.js';

/** Only signatures that the public key of a provider can check, and nobody make with it. */
const ALGORITHMS = [
  ...['RS256', 'RS384', 'RS512'],
  ...['PS256', 'PS384', 'PS512'],
  ...['ES256', 'ES384', 'ES512'],
  ...['EdDSA', 'Ed25519'],
];

/** Clocks differ. */
const TOLERANCE_SECONDS = 30;

/** What a provider vouches for in an id_token. */
export interface Vouched {
  subject: string;
  /** Null unless the provider says that the address is verified. */
  email: string | null;
  nonce: string;
}

const claims = z.object({
  sub: z.string().regex(/^[\x20-\x7e]{1,255}$/),
  nonce: z.string(),
  aud: z.union([z.string().transform((audience) => [audience]), z.array(z.string())]),
  azp: z.string().optional(),
  email: z.unknown().optional(),
  email_verified: z.unknown().optional(),
});

/**
 * Believes an id_token only if the provider made it, for us, just now. Whether it was made for this very sign-in is
 * for the caller to see: by its nonce.
 */
export async function verifyIdToken(provider: Provider, idToken: string, now: Date): Promise<Vouched> {
  try {
    const { payload } = await jwtVerify(idToken, provider.key, {
      algorithms: ALGORITHMS,
      issuer: provider.issuer,
      audience: [...provider.clientIds],
      requiredClaims: ['exp'],
      maxTokenAge: SIGN_IN_SECONDS,
      clockTolerance: TOLERANCE_SECONDS,
      currentDate: now,
    });
    const { sub, nonce, aud, azp, email, email_verified } = claims.parse(payload);
    if (!isForUs(provider, aud, azp)) throw new Error('for somebody else');
    return { subject: sub, nonce, email: email_verified === true && isAddress(email) ? email : null };
  } catch (error) {
    if (error instanceof ProviderUnreachable) throw error;
    if (error instanceof errors.JWTExpired)
      throw refusal(UserErrorCode.TOKEN_EXPIRED, 'idToken', 'The id_token has expired. Start again.');
    throw refusal(UserErrorCode.TOKEN_INVALID, 'idToken', `Not an id_token of ${provider.name} for us.`);
  }
}

/** With several audiences the token names the one it was issued to, and none may be a stranger to us. */
function isForUs({ clientIds }: Provider, audiences: string[], issuedTo: string | undefined): boolean {
  if (!audiences.every((audience) => clientIds.includes(audience))) return false;
  return issuedTo === undefined ? audiences.length === 1 : clientIds.includes(issuedTo);
}

function isAddress(email: unknown): email is string {
  return isEmail(email) && maxLength(email, MAX_EMAIL_LENGTH);
}
