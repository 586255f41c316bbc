import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { SigningKeys } from '../../src/auth/signing-keys.js';
import { TokenProblem, Tokens } from '../../src/auth/tokens.js';
import { VerifiedTokens } from '../../src/auth/verified-tokens.js';
import { Role } from '../../src/graphql/role.js';
import { addTime, DAY, HOUR, MINUTE } from '../../src/platform/clock.js';
import { TEST_SECRET } from '../support/test-server.js';

/** Counts how often a token is really checked. */
class CountingTokens extends Tokens {
  checks = 0;

  override verifyAccess(...args: Parameters<Tokens['verifyAccess']>): ReturnType<Tokens['verifyAccess']> {
    this.checks += 1;
    return super.verifyAccess(...args);
  }
}

describe('an access token that comes again', () => {
  const now = new Date('2026-11-25T10:00:00Z');
  const claims = { userId: randomUUID(), sessionId: randomUUID(), role: Role.CANDIDATE };
  const tokensOf = (secret = TEST_SECRET) => new CountingTokens(new SigningKeys(secret), 1);
  const problemOf = (verified: VerifiedTokens, token: string, at: Date): unknown => {
    try {
      return verified.verifyAccess(token, at);
    } catch (error) {
      return error instanceof TokenProblem ? error.kind : error;
    }
  };

  it('is checked once, and says the same', () => {
    const tokens = tokensOf();
    const verified = new VerifiedTokens(tokens);
    const token = tokens.signAccess(claims, now, addTime(now, DAY));
    const first = verified.verifyAccess(token, now);
    expect(verified.verifyAccess(token, addTime(now, MINUTE))).toEqual(first);
    expect(first).toMatchObject({ userId: claims.userId, sessionId: claims.sessionId });
    expect(tokens.checks).toBe(1);
  });

  it('expires all the same, to the second', () => {
    const tokens = tokensOf();
    const verified = new VerifiedTokens(tokens);
    const token = tokens.signAccess(claims, now, addTime(now, DAY));
    verified.verifyAccess(token, now);
    expect(problemOf(verified, token, addTime(now, HOUR - 1))).toMatchObject({ userId: claims.userId });
    expect(problemOf(verified, token, addTime(now, HOUR))).toBe('expired');
    expect(problemOf(verified, token, addTime(now, DAY))).toBe('expired');
  });

  it('is another one with one character changed', () => {
    const tokens = tokensOf();
    const verified = new VerifiedTokens(tokens);
    const token = tokens.signAccess(claims, now, addTime(now, DAY));
    verified.verifyAccess(token, now);
    for (const at of [5, token.indexOf('.') + 5, token.lastIndexOf('.') + 5]) {
      const changed = token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
      expect(problemOf(verified, changed, now)).toBe('invalid');
    }
  });

  it('that was refused is checked again', () => {
    const tokens = tokensOf();
    const verified = new VerifiedTokens(tokens);
    const foreign = tokensOf('another-secret-8f2Kq0Zr7Lw3Xv6Tn1Yp').signAccess(
      claims,
      now,
      addTime(now, DAY),
    );
    expect(problemOf(verified, foreign, now)).toBe('invalid');
    expect(problemOf(verified, foreign, now)).toBe('invalid');
    expect(tokens.checks).toBe(2);
  });
});
