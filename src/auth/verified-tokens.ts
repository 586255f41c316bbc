import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { AccessClaims, Tokens } from './tokens.js';

/** As many clients as one process serves within an hour or so; whoever is forgotten is checked again. */
const MAX_TOKENS = 10_000;

/**
 * Checks the signature of an access token once and remembers what it says, under a digest, so that no token is kept. Whether
 * it still holds is found out each time: its expiry here, its session in the database.
 */
export class VerifiedTokens {
  readonly #claims = new LRUCache<string, AccessClaims>({ max: MAX_TOKENS });

  constructor(private readonly tokens: Tokens) {}

  /** @throws TokenProblem */
  verifyAccess(token: string, now: Date): AccessClaims {
    const digest = hash('sha256', token, 'base64url');
    const known = this.#claims.get(digest);
    if (known && now < known.expiresAt) return known;
    const claims = this.tokens.verifyAccess(token, now);
    this.#claims.set(digest, claims);
    return claims;
  }
}
