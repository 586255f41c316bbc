import bcrypt from 'bcrypt';
import type { Tokens } from './tokens.js';

/** The input is 256 random bits, which no cost makes harder to guess; the lowest keeps a refresh fast. */
const COST = 4;

/**
 * What is stored of a refresh token: bcrypt of its keyed digest. Never bcrypt of the JWT itself: two tokens of one
 * user share more than the 72 bytes bcrypt reads, so every old token would pass for the current one.
 */
export function hashRefreshToken(tokens: Tokens, token: string): Promise<string> {
  // Sixteen random bytes are had at once; made by bcrypt itself, they would wait twice for a thread of the pool.
  return bcrypt.hash(tokens.digest(token), bcrypt.genSaltSync(COST));
}

export function isRefreshToken(tokens: Tokens, token: string, hash: string): Promise<boolean> {
  return bcrypt.compare(tokens.digest(token), hash);
}
