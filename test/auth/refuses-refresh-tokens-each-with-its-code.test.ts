import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import jwt from 'jsonwebtoken';
import { SigningKeys } from '../../src/auth/signing-keys.js';
import { DAY } from '../../src/platform/clock.js';
import { claimsIn, holds, refresh, rotated, sessionOf, setActive, SIGN_OUT } from '../support/accounts.js';
import { mySessions, revoke } from '../support/own-sessions.js';
import { signUp, type Person } from '../support/people.js';
import { startTestServer, TEST_SECRET, type TestServer } from '../support/test-server.js';

const ours = new SigningKeys(TEST_SECRET).current;

interface Case {
  code: string;
  /** Makes what is presented of a session that is fine until then. */
  token(server: TestServer, person: Person): string | Promise<string>;
  /** Whether the session goes on: a token that is not ours must not end it. */
  sessionLives: boolean;
}

/** The person's refresh token, signed anew in another way. */
function resigned(person: Person, algorithm: jwt.Algorithm, key: jwt.Secret, keyid = ours.id): string {
  return jwt.sign(claimsIn(person.refreshToken), key, { algorithm, keyid });
}

const CASES: Record<string, Case> = {
  'repeated too late': {
    code: 'TOKEN_REUSED',
    sessionLives: false,
    token: async (server, { refreshToken }) => {
      await rotated(server, refreshToken);
      server.clock.advance(30_001);
      return refreshToken;
    },
  },
  'an ancestor of the current one': {
    code: 'TOKEN_REUSED',
    sessionLives: false,
    token: async (server, { refreshToken }) => {
      const { refreshToken: child } = await rotated(server, refreshToken);
      await rotated(server, child);
      return refreshToken;
    },
  },
  'tampered with': {
    code: 'TOKEN_INVALID',
    sessionLives: true,
    token: (_server, { refreshToken }) => {
      const [header, , signature] = refreshToken.split('.');
      const payload = { ...claimsIn(refreshToken), exp: 4_000_000_000 };
      return `${header}.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.${signature}`;
    },
  },
  expired: {
    code: 'TOKEN_EXPIRED',
    sessionLives: false,
    token: (server, { refreshToken }) => {
      server.clock.advance(7 * DAY + 1000);
      return refreshToken;
    },
  },
  'an access token': {
    code: 'TOKEN_INVALID',
    sessionLives: true,
    token: (_server, { accessToken }) => accessToken,
  },
  'signed with HS512': {
    code: 'TOKEN_INVALID',
    sessionLives: true,
    token: (_server, person) => resigned(person, 'HS512', ours.refreshTokens),
  },
  'signed with RS256': {
    code: 'TOKEN_INVALID',
    sessionLives: true,
    token: (_server, person) =>
      resigned(person, 'RS256', generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey),
  },
  'not signed (none)': {
    code: 'TOKEN_INVALID',
    sessionLives: true,
    token: (_server, person) => resigned(person, 'none', ''),
  },
  'of a kid nobody knows': {
    code: 'TOKEN_INVALID',
    sessionLives: true,
    token: (_server, person) => resigned(person, 'HS256', ours.refreshTokens, 'AAAAAAAAAAA'),
  },
  'of a session that was signed out': {
    code: 'SESSION_ENDED',
    sessionLives: false,
    token: async (_server, { client, refreshToken }) => {
      await client.data(SIGN_OUT);
      return refreshToken;
    },
  },
  'of a session that was revoked': {
    code: 'SESSION_ENDED',
    sessionLives: false,
    token: async (_server, { client, refreshToken }) => {
      const [session] = await mySessions(client);
      await revoke(client, `${session?.id}`);
      return refreshToken;
    },
  },
  'of a user who is inactive': {
    code: 'ACCOUNT_DEACTIVATED',
    sessionLives: false,
    token: async (server, { email, refreshToken }) => {
      await setActive(server, email, false);
      return refreshToken;
    },
  },
};

describe('a refresh token', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  it.each(Object.entries(CASES))('that is %s is refused with its code', async (_what, made) => {
    const person = await signUp(server, 'CANDIDATE');
    const token = await made.token(server, person);
    const { userErrors, ...result } = await refresh(server, token);
    expect(userErrors.map(({ code }) => code)).toEqual([made.code]);
    expect(result).toEqual({ accessToken: null, refreshToken: null, user: null });
    expect(await holds(server, person.accessToken)).toBe(made.sessionLives);
    if (made.sessionLives) expect((await refresh(server, person.refreshToken)).userErrors).toEqual([]);
  });

  it.each(Object.entries(CASES))(
    'that is %s is refused again, and never brings anything back',
    async (_what, made) => {
      const person = await signUp(server, 'CANDIDATE');
      const token = await made.token(server, person);
      await refresh(server, token);
      const before = await sessionOf(server, person.refreshToken);
      const { accessToken, userErrors } = await refresh(server, token);
      // Theft has ended the session the first time.
      expect(userErrors[0]?.code).toBe(made.code === 'TOKEN_REUSED' ? 'SESSION_ENDED' : made.code);
      expect(accessToken).toBeNull();
      expect(await sessionOf(server, person.refreshToken)).toEqual(before);
    },
  );
});
