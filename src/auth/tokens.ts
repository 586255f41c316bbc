import { createHmac, randomBytes, type KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';
import type { Role } from '../graphql/role.js';
import { HOUR } from '../platform/clock.js';
import type { SigningKey, SigningKeys } from './signing-keys.js';

const ALGORITHM = 'HS256';
const ISSUER = 'intowork';
const AUDIENCE = 'intowork-api';

/** Clocks of processes differ a little; a token from further ahead was made by nobody of ours. */
const MAX_SECONDS_AHEAD = 60;

type TokenType = 'access' | 'refresh' | 'registration';

/** What a token says. Its role is not among it: roles are read from the database at each request. */
export interface Claims {
  userId: string;
  sessionId: string;
}

export interface AccessClaims extends Claims {
  expiresAt: Date;
}

export interface RefreshClaims extends Claims {
  jti: string;
}

/** Who wants an account, as a provider vouches for them. */
export interface RegistrationClaims {
  /** Issuer of the provider. */
  provider: string;
  subject: string;
  /** Verified by the provider. */
  email: string;
}

/** A token that is not to be believed, and whether it ever was. */
export class TokenProblem extends Error {
  constructor(readonly kind: 'invalid' | 'expired') {
    super(`${kind} token`);
    this.name = 'TokenProblem';
  }
}

/** Signs and checks the platform's JWTs. */
export class Tokens {
  constructor(
    private readonly keys: SigningKeys,
    private readonly accessTokenHours: number,
  ) {}

  signAccess(claims: Claims & { role: Role }, issuedAt: Date, sessionEnd: Date): string {
    const expiresAt = Math.min(issuedAt.getTime() + this.accessTokenHours * HOUR, sessionEnd.getTime());
    const { userId, sessionId, role } = claims;
    return sign(
      this.keys.current,
      'access',
      { sub: userId, sid: sessionId, role },
      issuedAt,
      new Date(expiresAt),
    );
  }

  /** A refresh token with a fresh random identity, the first of a session. */
  signRefresh(claims: Claims, issuedAt: Date, expiresAt: Date): string {
    return signRefresh(
      this.keys.current,
      { ...claims, jti: randomBytes(32).toString('base64url') },
      issuedAt,
      expiresAt,
    );
  }

  /**
   * The refresh tokens that may follow one, most likely first: a pure function of the token and of when it was
   * rotated. So whoever repeats it can be given the same successor again, without that ever being stored. There is
   * one per live secret, because the secret may have been replaced since.
   */
  successorsOf(claims: RefreshClaims, issuedAt: Date, expiresAt: Date): string[] {
    return this.keys.all().map((key) => {
      const jti = createHmac('sha256', key.successorIds).update(claims.jti).digest('base64url');
      return signRefresh(key, { ...claims, jti }, issuedAt, expiresAt);
    });
  }

  signRegistration(
    { provider, subject, email }: RegistrationClaims,
    issuedAt: Date,
    expiresAt: Date,
  ): string {
    return sign(this.keys.current, 'registration', { sub: subject, provider, email }, issuedAt, expiresAt);
  }

  /** @throws TokenProblem */
  verifyAccess(token: string, now: Date): AccessClaims {
    const payload = this.#verify('access', token, now);
    return { ...claimsOf(payload), expiresAt: new Date(payload.exp * 1000) };
  }

  /** @throws TokenProblem */
  verifyRefresh(token: string, now: Date): RefreshClaims {
    const payload = this.#verify('refresh', token, now);
    if (typeof payload.jti !== 'string') throw new TokenProblem('invalid');
    return { ...claimsOf(payload), jti: payload.jti };
  }

  /** @throws TokenProblem */
  verifyRegistration(token: string, now: Date): RegistrationClaims {
    const { sub: subject, provider, email } = this.#verify('registration', token, now);
    if (typeof subject !== 'string' || typeof provider !== 'string' || typeof email !== 'string') {
      throw new TokenProblem('invalid');
    }
    return { provider, subject, email };
  }

  /** Keyed digest of a refresh token, 43 characters: what bcrypt may safely be given (it reads only 72 bytes). */
  digest(token: string): string {
    const key = this.keys.find(keyIdOf(token)) ?? this.keys.current;
    return createHmac('sha256', key.refreshTokenDigests).update(token).digest('base64url');
  }

  #verify(type: TokenType, token: string, now: Date): DatedPayload {
    const key = this.keys.find(keyIdOf(token));
    if (!key) throw new TokenProblem('invalid');
    try {
      const payload = jwt.verify(token, keyFor(key, type), {
        algorithms: [ALGORITHM],
        issuer: ISSUER,
        audience: AUDIENCE,
        clockTimestamp: seconds(now),
      });
      if (typeof payload === 'string' || payload['type'] !== type || !isDated(payload, now)) {
        throw new TokenProblem('invalid');
      }
      return payload;
    } catch (error) {
      throw new TokenProblem(error instanceof jwt.TokenExpiredError ? 'expired' : 'invalid');
    }
  }
}

/**
 * Unchecked, of anything somebody may send: decoding throws when a payload that should be JSON is none. Critical
 * extensions have to be understood (RFC 7515, 4.1.11), and there is none we do.
 */
function keyIdOf(token: string): unknown {
  try {
    const header = jwt.decode(token, { complete: true })?.header;
    return header?.crit === undefined ? header?.kid : undefined;
  } catch {
    return undefined;
  }
}

function signRefresh(key: SigningKey, claims: RefreshClaims, issuedAt: Date, expiresAt: Date): string {
  const { userId, sessionId, jti } = claims;
  return sign(key, 'refresh', { sub: userId, sid: sessionId, jti }, issuedAt, expiresAt);
}

function sign(key: SigningKey, type: TokenType, claims: object, issuedAt: Date, expiresAt: Date): string {
  const payload = {
    type,
    ...claims,
    iss: ISSUER,
    aud: AUDIENCE,
    iat: seconds(issuedAt),
    exp: seconds(expiresAt),
  };
  return jwt.sign(payload, keyFor(key, type), { algorithm: ALGORITHM, keyid: key.id });
}

function keyFor(key: SigningKey, type: TokenType): KeyObject {
  const keys = { access: key.accessTokens, refresh: key.refreshTokens, registration: key.registrationTokens };
  return keys[type];
}

type DatedPayload = jwt.JwtPayload & { iat: number; exp: number };

/** jsonwebtoken checks an `exp` that is there, but lets a token live for ever that has none. */
function isDated(payload: jwt.JwtPayload, now: Date): payload is DatedPayload {
  const { iat, exp } = payload;
  return typeof exp === 'number' && typeof iat === 'number' && iat <= seconds(now) + MAX_SECONDS_AHEAD;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function claimsOf({ sub, sid }: jwt.JwtPayload): Claims {
  if (typeof sub !== 'string' || typeof sid !== 'string' || !UUID.test(sub) || !UUID.test(sid)) {
    throw new TokenProblem('invalid');
  }
  return { userId: sub, sessionId: sid };
}

function seconds(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}
