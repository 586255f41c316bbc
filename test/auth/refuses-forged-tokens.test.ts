import type { KeyObject } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import jwt from 'jsonwebtoken';
import { v7 as uuidv7 } from 'uuid';
import { SigningKeys } from '../../src/auth/signing-keys.js';
import { claimsIn, clientAt, holds, ME, refresh, REFRESH, signIn } from '../support/accounts.js';
import { contentsOf } from '../support/database-contents.js';
import { signUp, type Person } from '../support/people.js';
import { startTestServer, TEST_SECRET, type TestServer } from '../support/test-server.js';

const ours = new SigningKeys(TEST_SECRET).current;
const theirs = new SigningKeys('somebody-elses-secret-of-32-bytes!').current;

/** What a forger may get wrong; everything left out is as the server makes it. */
interface Forgery {
  claims?: Record<string, unknown>;
  header?: Record<string, unknown>;
  algorithm?: jwt.Algorithm;
  key?: KeyObject | string;
}

type TokenType = 'access' | 'refresh';

function forge(token: string, type: TokenType, { claims, header, algorithm, key }: Forgery): string {
  const payload = Object.fromEntries(
    Object.entries({ ...claimsIn(token), ...claims }).filter(([, value]) => value !== undefined),
  );
  const right = type === 'access' ? ours.accessTokens : ours.refreshTokens;
  const used = algorithm ?? 'HS256';
  return jwt.sign(payload, used === 'none' ? '' : (key ?? right), {
    // Otherwise it would date what is left undated on purpose.
    noTimestamp: payload['iat'] === undefined,
    header: { alg: used, typ: 'JWT', kid: ours.id, ...header },
    algorithm: used,
  });
}

const FORGERIES: Record<string, Forgery> = {
  'signed with HS384': { algorithm: 'HS384' },
  'signed with HS512': { algorithm: 'HS512' },
  'not signed at all (none)': { algorithm: 'none' },
  'of another kid': { header: { kid: 'AAAAAAAAAAA' } },
  'of no kid': { header: { kid: undefined } },
  'of a kid that is a number': { header: { kid: 7 } },
  'of a kid from the prototype': { header: { kid: '__proto__' } },
  'signed with another secret': { key: theirs.refreshTokens },
  'signed with another secret, and its kid': { key: theirs.refreshTokens, header: { kid: theirs.id } },
  'signed with the secret itself': { key: TEST_SECRET },
  'of another issuer': { claims: { iss: 'elsewhere' } },
  'of no issuer': { claims: { iss: undefined } },
  'for another audience': { claims: { aud: 'elsewhere' } },
  'for no audience': { claims: { aud: undefined } },
  'of no type': { claims: { type: undefined } },
  'of an unknown type': { claims: { type: 'session' } },
  'of no session': { claims: { sid: undefined } },
  'of a session that is no id': { claims: { sid: "' or true --" } },
  'of a session that is a list': { claims: { sid: ['a'] } },
  'of a session that does not exist': { claims: { sid: uuidv7() } },
  'of no time of issue': { claims: { iat: undefined } },
  'that never expires': { claims: { exp: undefined } },
  'of no time at all': { claims: { iat: undefined, exp: undefined } },
  'issued in the far future': { claims: { iat: 4_000_000_000 } },
  'of no user': { claims: { sub: undefined } },
  'of another user': { claims: { sub: uuidv7() } },
};

const encoded = (value: string) => Buffer.from(value).toString('base64url');

const GARBAGE: Record<string, string> = {
  'one word': 'garbage',
  'three words': 'a.b.c',
  'only dots': '..',
  'a header only': `${encoded(`{"alg":"HS256","typ":"JWT","kid":"${ours.id}"}`)}..`,
  'a payload that is no JSON': `${encoded(`{"alg":"HS256","typ":"JWT","kid":"${ours.id}"}`)}.${encoded('nonsense')}.${encoded('x')}`,
  'a payload that is null': `${encoded(`{"alg":"HS256","typ":"JWT","kid":"${ours.id}"}`)}.${encoded('null')}.${encoded('x')}`,
  'a header that is null': `${encoded('null')}.${encoded('{}')}.${encoded('x')}`,
  'a header that is a text': `${encoded('"text"')}.${encoded('{}')}.${encoded('x')}`,
  'a very long word': 'x'.repeat(1999),
};

describe('a token that is not ours', () => {
  let server: TestServer;
  let person: Person;
  beforeAll(async () => {
    server = await startTestServer();
    person = await signUp(server, 'CANDIDATE');
  });
  afterAll(() => server.stop());

  async function expectRefused(token: string, code = 'TOKEN_INVALID'): Promise<void> {
    const before = await contentsOf(server.db);
    const { userErrors, ...result } = await refresh(server, token);
    expect(userErrors).toEqual([{ code, field: 'refreshToken', message: expect.any(String) }]);
    expect(result).toEqual({ accessToken: null, refreshToken: null, user: null });
    expect(await contentsOf(server.db)).toEqual(before);
  }

  it('would pass if it were made in every way as ours', () => {
    expect(forge(person.refreshToken, 'refresh', {})).toBe(person.refreshToken);
    expect(forge(person.accessToken, 'access', {})).toBe(person.accessToken);
  });

  it.each(Object.keys(FORGERIES))('is no refresh token when %s, and its session lives on', async (how) => {
    await expectRefused(forge(person.refreshToken, 'refresh', FORGERIES[how] ?? {}));
    expect(await holds(server, person.accessToken)).toBe(true);
  });

  it.each(Object.keys(FORGERIES))('is no access token when %s', async (how) => {
    const { key, ...rest } = FORGERIES[how] ?? {};
    const forgery =
      key === theirs.refreshTokens ? { ...rest, key: theirs.accessTokens } : { ...rest, ...(key && { key }) };
    expect(await holds(server, forge(person.accessToken, 'access', forgery))).toBe(false);
  });

  it.each([
    ['without a jti', { jti: undefined }],
    ['with a number as jti', { jti: 7 }],
  ])('is no refresh token %s', async (_what, claims) => {
    const { jti: _jti, ...payload } = claimsIn(person.refreshToken);
    const token = jwt.sign(
      Object.fromEntries(
        Object.entries({ ...payload, ...claims }).filter(([, value]) => value !== undefined),
      ),
      ours.refreshTokens,
      { keyid: ours.id },
    );
    await expectRefused(token);
  });

  it('is no refresh token when it is an access token, as it is or signed anew', async () => {
    await expectRefused(person.accessToken);
    await expectRefused(forge(person.accessToken, 'refresh', { claims: { jti: 'x' } }));
    await expectRefused(forge(person.refreshToken, 'access', {}));
    await expectRefused(forge(person.refreshToken, 'refresh', { claims: { type: 'access' } }));
  });

  it('is no access token when it is a refresh token, as it is or signed anew', async () => {
    expect(await holds(server, person.refreshToken)).toBe(false);
    expect(await holds(server, forge(person.refreshToken, 'access', {}))).toBe(false);
    expect(await holds(server, forge(person.accessToken, 'access', { claims: { type: 'refresh' } }))).toBe(
      false,
    );
  });

  it('has expired when its time is over', async () => {
    const over = { exp: Math.floor(server.clock.now().getTime() / 1000) - 1 };
    await expectRefused(forge(person.refreshToken, 'refresh', { claims: over }), 'TOKEN_EXPIRED');
    expect(await holds(server, forge(person.accessToken, 'access', { claims: over }))).toBe(false);
  });

  it('was issued at most a minute ahead of our clock', async () => {
    const ahead = (seconds: number) => ({
      iat: Math.floor(server.clock.now().getTime() / 1000) + seconds,
    });
    const made = (seconds: number) => forge(person.accessToken, 'access', { claims: ahead(seconds) });
    expect(await holds(server, made(58))).toBe(true);
    expect(await holds(server, made(65))).toBe(false);
    await expectRefused(forge(person.refreshToken, 'refresh', { claims: ahead(65) }));
  });

  it('does not make an administrator by its role', async () => {
    const token = forge(person.accessToken, 'access', { claims: { role: 'ADMIN' } });
    expect(await clientAt(server).signedIn(token).data(ME)).toMatchObject({ me: { role: 'CANDIDATE' } });
  });

  it('does not open the session of somebody else', async () => {
    const other = await signUp(server, 'CANDIDATE');
    const { sub } = claimsIn(other.accessToken);
    expect(await holds(server, forge(person.accessToken, 'access', { claims: { sub } }))).toBe(false);
    await expectRefused(forge(person.refreshToken, 'refresh', { claims: { sub } }));
  });

  it.each(Object.keys(GARBAGE))('is refused when it is %s', async (what) => {
    await expectRefused(GARBAGE[what] ?? '');
    expect(await holds(server, GARBAGE[what] ?? '')).toBe(false);
  });

  it.each([
    ['empty', ''],
    ['white space', ' \n '],
    ['of 2001 characters', 'x'.repeat(2001)],
    ['of 400 000 characters', 'x'.repeat(400_000)],
  ])('is invalid as input when it is %s', async (_what, token) => {
    await expectRefused(token, 'INVALID');
  });

  it.each([
    ['a megabyte', 'x'.repeat(1_000_000), 413, 'PAYLOAD_TOO_LARGE'],
    ['null', null, 400, 'BAD_USER_INPUT'],
    ['a number', 7, 400, 'BAD_USER_INPUT'],
    ['a text with a NUL', 'a\0b', 400, 'BAD_USER_INPUT'],
  ])('is a request error when it is %s', async (_what, refreshToken, status, code) => {
    const answer = await clientAt(server).send(REFRESH, { input: { refreshToken } });
    expect([answer.status, answer.errors?.[0]?.extensions.code]).toEqual([status, code]);
  });

  it('is any token of ours with one character changed', async () => {
    const characters = [...'ABCXYZabcxyz0189-_.'];
    const before = await contentsOf(server.db);
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: person.refreshToken.length - 1 }),
        fc.constantFrom(...characters),
        async (at, character) => {
          fc.pre(person.refreshToken[at] !== character);
          const altered = person.refreshToken.slice(0, at) + character + person.refreshToken.slice(at + 1);
          const { userErrors } = await refresh(server, altered);
          expect(userErrors[0]?.code).toBe('TOKEN_INVALID');
        },
      ),
      { numRuns: 100 },
    );
    expect(await contentsOf(server.db)).toEqual(before);
  });

  it('is any token of ours that writes the last bits of its signature in another way', async () => {
    const before = await contentsOf(server.db);
    // The last of 43 characters of base64url carries two bits nobody reads.
    const last = person.refreshToken.at(-1) ?? '';
    const signature = Buffer.from(person.refreshToken.split('.')[2] ?? '', 'base64url');
    const alike = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_']
      .filter((character) => character !== last)
      .map((character) => person.refreshToken.slice(0, -1) + character)
      .filter((token) => Buffer.from(token.split('.')[2] ?? '', 'base64url').equals(signature));
    expect(alike).toHaveLength(3);
    for (const token of alike)
      expect((await refresh(server, token)).userErrors[0]?.code).toBe('TOKEN_INVALID');
    expect(await contentsOf(server.db)).toEqual(before);
  });

  it('has left the real ones good', async () => {
    expect(await holds(server, person.accessToken)).toBe(true);
    expect((await refresh(server, person.refreshToken)).userErrors).toEqual([]);
    expect((await signIn(server, person.email)).userErrors).toEqual([]);
  });
});
