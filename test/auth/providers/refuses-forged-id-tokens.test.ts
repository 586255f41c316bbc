import { createHmac, createPublicKey } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { JWTPayload } from 'jose';
import jwt from 'jsonwebtoken';
import { SigningKeys } from '../../../src/auth/signing-keys.js';
import { clientAt } from '../../support/accounts.js';
import { newPair, startOidcIssuer, type OidcIssuer, type SigningPair } from '../../support/oidc-issuer.js';
import {
  claimsFor,
  present,
  registered,
  signInAt,
  SIGN_IN_WITH_PROVIDER,
  start,
  startServerTrusting,
  type Started,
} from '../../support/provider-sign-ins.js';
import { tableDigests } from '../../support/table-digests.js';
import { TEST_SECRET, type TestServer } from '../../support/test-server.js';

const encoded = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

describe('an id_token', () => {
  let issuer: OidcIssuer;
  let other: OidcIssuer;
  let server: TestServer;
  let key: SigningPair;
  let stranger: SigningPair;
  let forEncryption: SigningPair;
  let unlisted: SigningPair;
  beforeAll(async () => {
    issuer = await startOidcIssuer();
    other = await startOidcIssuer();
    key = await newPair('RS256');
    stranger = await newPair('RS256');
    forEncryption = await newPair('RS256');
    forEncryption.publicJwk.use = 'enc';
    unlisted = await newPair('ML-DSA-44');
    issuer.keys.push(forEncryption, unlisted, key);
    server = await startServerTrusting(issuer, other);
    // What is to be stolen.
    await registered(server, issuer, { sub: 'victim', email: 'victim@example.org' });
  });
  afterAll(async () => {
    await server.stop();
    await issuer.stop();
    await other.stop();
  });

  const seconds = (offset: number) => Math.floor(server.clock.now().getTime() / 1000) + offset;

  const victim = (nonce: string, claims: JWTPayload = {}) =>
    claimsFor(server, issuer, nonce, { sub: 'victim', email: 'victim@example.org', ...claims });

  async function expectRefused(
    forge: (started: Started) => Promise<string> | string,
    code = 'TOKEN_INVALID',
  ): Promise<void> {
    const started = await start(server);
    const token = await forge(started);
    const before = await tableDigests(server.db);
    const { userErrors, ...result } = await present(server, token, started.verifier);
    expect(userErrors).toEqual([{ code, field: 'idToken', message: expect.any(String) }]);
    expect(result).toEqual({ accessToken: null, refreshToken: null, user: null, registrationToken: null });
    expect(await tableDigests(server.db)).toEqual(before);
  }

  it('would pass if it were made in every way as it should be', async () => {
    const { user, userErrors } = await signInAt(server, issuer, { sub: 'victim' });
    expect([user?.email, userErrors]).toEqual(['victim@example.org', []]);
  });

  const WRONG_CLAIMS: [string, () => JWTPayload][] = [
    ['another issuer', () => ({ iss: 'https://accounts.example.org' })],
    ['the other provider as issuer', () => ({ iss: other.issuer })],
    ['its issuer with a slash', () => ({ iss: `${issuer.issuer}/` })],
    ['no issuer', () => ({ iss: undefined })],
    ['a list of issuers', () => ({ iss: [issuer.issuer] as unknown as string })],
    ['another audience', () => ({ aud: 'another-app' })],
    ['our audience at another provider', () => ({ aud: other.clientId })],
    ['no audience', () => ({ aud: undefined })],
    ['an empty list of audiences', () => ({ aud: [] })],
    [
      'a stranger among its audiences',
      () => ({ aud: [issuer.clientId, 'another-app'], azp: issuer.clientId }),
    ],
    ['several audiences and no azp', () => ({ aud: [issuer.clientId, issuer.clientId] })],
    ['a stranger as azp', () => ({ azp: 'another-app' })],
    ['an azp that is no text', () => ({ azp: 7 })],
    ['no expiry', () => ({ exp: undefined })],
    ['a text as expiry', () => ({ exp: `${seconds(300)}` as unknown as number })],
    ['a time before which it is not valid, in a minute', () => ({ nbf: seconds(60) })],
    ['a time of issue in a minute', () => ({ iat: seconds(60) })],
    ['no time of issue', () => ({ iat: undefined })],
    ['a text as time of issue', () => ({ iat: `${seconds(0)}` as unknown as number })],
    ['no subject', () => ({ sub: undefined })],
    ['an empty subject', () => ({ sub: '' })],
    ['a number as subject', () => ({ sub: 7 as unknown as string })],
    ['an endless subject', () => ({ sub: 'x'.repeat(256) })],
    ['a NUL in its subject', () => ({ sub: 'victim\0' })],
    ['no nonce', () => ({ nonce: undefined })],
    ['an empty nonce', () => ({ nonce: '' })],
    ['another nonce', () => ({ nonce: 'x'.repeat(43) })],
    ['a list of nonces', () => ({ nonce: ['x'] })],
  ];

  it.each(WRONG_CLAIMS)('with %s is refused', async (_what, claims) => {
    await expectRefused(({ nonce }) => issuer.sign(victim(nonce, claims())));
  });

  it.each<[string, () => JWTPayload]>([
    ['whose time is over', () => ({ exp: seconds(-31) })],
    ['issued 11 minutes ago', () => ({ iat: seconds(-660) })],
  ])('%s has expired', async (_what, claims) => {
    await expectRefused(({ nonce }) => issuer.sign(victim(nonce, claims())), 'TOKEN_EXPIRED');
  });

  it.each<[string, () => JWTPayload]>([
    ['expires a moment ago', () => ({ exp: seconds(-10) })],
    ['is issued in a moment', () => ({ iat: seconds(10), nbf: seconds(10) })],
  ])('is forgiven a clock that differs: it %s', async (_what, claims) => {
    expect((await signInAt(server, issuer, { sub: 'victim', ...claims() })).userErrors).toEqual([]);
  });

  const WRONG_SIGNATURES: Record<string, (claims: JWTPayload) => Promise<string> | string> = {
    'signed by nobody (none)': (claims) => jwt.sign(claims, '', { algorithm: 'none' }),
    'signed by nobody, with a key id': (claims) =>
      `${encoded({ alg: 'none', kid: key.kid })}.${encoded(claims)}.`,
    'signed by nobody (NoNe)': (claims) => `${encoded({ alg: 'NoNe', kid: key.kid })}.${encoded(claims)}.`,
    'signed with the published key as a secret (HS256, PEM)': (claims) => hmac(claims, pemOf(key)),
    'signed with the published key as a secret (HS256, JWK)': (claims) =>
      hmac(claims, JSON.stringify(key.publicJwk)),
    'signed with the published modulus as a secret (HS256)': (claims) =>
      hmac(claims, Buffer.from(`${key.publicJwk.n}`, 'base64url')),
    'signed with an empty secret (HS256)': (claims) => hmac(claims, ''),
    'signed by a stranger': (claims) => issuer.sign(claims, stranger),
    'signed by a stranger under a published key id': (claims) =>
      issuer.sign(claims, stranger, { kid: key.kid }),
    'signed by the other provider': (claims) => other.sign(claims),
    'signed by a stranger whose key it brings along (jwk)': (claims) =>
      issuer.sign(claims, stranger, { jwk: stranger.publicJwk }),
    'signed by a stranger whose key it brings along, under a published key id': (claims) =>
      issuer.sign(claims, stranger, { jwk: { ...stranger.publicJwk, kid: key.kid }, kid: key.kid }),
    'signed by a stranger, leading to their keys (jku)': (claims) =>
      other.sign(claims, stranger, { jku: `${other.issuer}/keys` }),
    'signed by a stranger, leading to their certificate (x5u)': (claims) =>
      issuer.sign(claims, stranger, { x5u: `${other.issuer}/keys`, x5c: ['MII='] }),
    'of an unknown key id': (claims) => issuer.sign(claims, key, { kid: 'unknown' }),
    'of a key id that is a path': (claims) => issuer.sign(claims, key, { kid: '../../../dev/null' }),
    'of a key that is for encryption': (claims) => issuer.sign(claims, forEncryption),
    'of an algorithm that is sound but not on our list': (claims) => issuer.sign(claims, unlisted),
    'of an algorithm its key is not for': (claims) => issuer.sign(claims, key, { kid: issuer.keys[0]?.kid }),
    'that demands what nobody knows (crit)': async (claims) => {
      const [, payload, signature] = (await issuer.sign(claims, key)).split('.');
      return `${encoded({ alg: 'RS256', kid: key.kid, crit: ['new'], new: true })}.${payload}.${signature}`;
    },
    'without its signature': async (claims) =>
      (await issuer.sign(claims, key)).split('.').slice(0, 2).join('.').concat('.'),
    'with claims of another under its signature': async (claims) => {
      const [header, , signature] = (await issuer.sign({ ...claims, sub: 'attacker' }, key)).split('.');
      return `${header}.${encoded(claims)}.${signature}`;
    },
    'with another header over its signature': async (claims) => {
      const [, payload, signature] = (await issuer.sign(claims, key)).split('.');
      return `${encoded({ alg: 'RS384', kid: key.kid })}.${payload}.${signature}`;
    },
    'signed with a key of ours': (claims) =>
      jwt.sign(claims, new SigningKeys(TEST_SECRET).current.registrationTokens, { keyid: key.kid }),
  };

  function hmac(claims: JWTPayload, secret: string | Buffer): string {
    const text = `${encoded({ alg: 'HS256', typ: 'JWT', kid: key.kid })}.${encoded(claims)}`;
    return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
  }

  it.each(Object.keys(WRONG_SIGNATURES))('%s is refused', async (how) => {
    await expectRefused(({ nonce }) => WRONG_SIGNATURES[how]?.(victim(nonce)) ?? '');
  });

  it('of one provider is refused under the name of the other', async () => {
    const { nonce, verifier } = await start(server);
    const idToken = await issuer.sign(victim(nonce));
    const { userErrors } = await present(server, idToken, verifier, 'test1');
    expect(userErrors).toMatchObject([{ code: 'TOKEN_INVALID', field: 'idToken' }]);
  });

  it('for a nonce begun with the other provider is refused', async () => {
    const { nonce, verifier } = await start(server, 'test1');
    const { userErrors } = await present(server, await issuer.sign(victim(nonce)), verifier);
    expect(userErrors).toMatchObject([{ code: 'TOKEN_INVALID', field: 'idToken' }]);
  });

  it('is of no use to a thief without the verifier', async () => {
    const { nonce, verifier } = await start(server);
    const idToken = await issuer.sign(victim(nonce));
    const thief = await start(server);
    const before = await tableDigests(server.db);
    for (const guess of [thief.verifier, thief.nonce, nonce, `${verifier}x`, verifier.toUpperCase()]) {
      const { userErrors, user } = await present(server, idToken, guess);
      expect([user, userErrors]).toMatchObject([null, [{ code: 'TOKEN_INVALID', field: 'idToken' }]]);
    }
    expect(await tableDigests(server.db)).toEqual(before);
    // Nor is it spoilt for its owner.
    expect((await present(server, idToken, verifier)).userErrors).toEqual([]);
  });

  it('is not the access token or the refresh token of a session', async () => {
    const { accessToken, refreshToken } = await signInAt(server, issuer, { sub: 'victim' });
    await expectRefused(() => `${accessToken}`);
    await expectRefused(() => `${refreshToken}`);
  });

  it.each([
    ['one word', 'garbage'],
    ['three words', 'a.b.c'],
    ['only dots', '..'],
    ['five words, as if encrypted', 'a.b.c.d.e'],
    ['a header that is null', `${encoded('null')}.${encoded('{}')}.x`],
    ['claims that are no JSON', `${encoded({ alg: 'RS256' })}.${encoded('nonsense')}.x`],
    ['a very long word', 'x'.repeat(10_000)],
  ])('that is %s is refused', async (_what, token) => {
    await expectRefused(() => token);
  });

  it.each([
    ['of 10 001 characters', 10_001],
    ['of 400 000 characters', 400_000],
  ])('%s is refused before anybody looks into it', async (_what, length) => {
    await expectRefused(() => 'x'.repeat(length), 'INVALID');
  });

  it('of a megabyte is refused with the request', async () => {
    const input = { provider: 'test', idToken: 'x'.repeat(1_000_000), verifier: 'x' };
    expect((await clientAt(server).send(SIGN_IN_WITH_PROVIDER, { input })).status).toBe(413);
  });

  it('with many claims of its own is taken as long as it is not huge', async () => {
    const groups = Array.from({ length: 150 }, (_, index) => `group-of-some-name-${index}`);
    expect((await signInAt(server, issuer, { sub: 'victim', groups })).userErrors).toEqual([]);
  });

  it.each<[string, () => JWTPayload]>([
    ['azp names us', () => ({ azp: issuer.clientId })],
    ['audience is a list of us alone', () => ({ aud: [issuer.clientId] })],
    ['audiences are all ours', () => ({ aud: [issuer.clientId, issuer.clientId], azp: issuer.clientId })],
  ])('is taken when its %s', async (_what, claims) => {
    expect((await signInAt(server, issuer, { sub: 'victim', ...claims() })).userErrors).toEqual([]);
  });

  it('with any one character changed is refused', async () => {
    const { nonce, verifier } = await start(server);
    const idToken = await issuer.sign(victim(nonce), key);
    const before = await tableDigests(server.db);
    await fc.assert(
      fc.asyncProperty(
        // The last character carries bits nobody reads.
        fc.nat({ max: idToken.length - 2 }),
        fc.constantFrom(...'ABCXYZabcxyz0189-_.'),
        async (at, character) => {
          fc.pre(idToken[at] !== character);
          const altered = idToken.slice(0, at) + character + idToken.slice(at + 1);
          const { userErrors } = await present(server, altered, verifier);
          expect(userErrors[0]?.code).toBe('TOKEN_INVALID');
        },
      ),
      { numRuns: 100 },
    );
    expect(await tableDigests(server.db)).toEqual(before);
    expect((await present(server, idToken, verifier)).userErrors).toEqual([]);
  });
});

function pemOf({ publicJwk }: SigningPair): string {
  return createPublicKey({ key: publicJwk, format: 'jwk' })
    .export({ type: 'spki', format: 'pem' })
    .toString();
}
