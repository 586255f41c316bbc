import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { JWTPayload } from 'jose';
import { claimsIn, clientAt, holds, refresh, sessionOf, setActive } from '../../support/accounts.js';
import { newPair, startOidcIssuer, type OidcIssuer } from '../../support/oidc-issuer.js';
import { signUp } from '../../support/people.js';
import {
  claimsFor,
  present,
  registered,
  signInAt,
  SIGN_IN_WITH_PROVIDER,
  start,
  startServerTrusting,
  START,
} from '../../support/provider-sign-ins.js';
import { tableDigests } from '../../support/table-digests.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';

const ALGORITHMS = [
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  ...['ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'],
];

const NOTHING = { accessToken: null, refreshToken: null, user: null, registrationToken: null };

describe('signing in with a provider', () => {
  let issuer: OidcIssuer;
  let server: TestServer;
  beforeAll(async () => {
    issuer = await startOidcIssuer();
    issuer.keys = await Promise.all(ALGORITHMS.map((algorithm) => newPair(algorithm)));
    server = await startServerTrusting(issuer);
  });
  afterAll(async () => {
    await server.stop();
    await issuer.stop();
  });

  it('begins with all a client needs to send somebody there', async () => {
    const before = server.clock.now().getTime();
    const { nonce, verifier, expiresAt, ...rest } = await start(server);
    expect(rest).toEqual({
      issuer: issuer.issuer,
      clientId: issuer.clientId,
      authorizationEndpoint: `${issuer.issuer}/authorize`,
    });
    expect([nonce, verifier]).toEqual([
      expect.stringMatching(/^[\w-]{43}$/),
      expect.stringMatching(/^[\w-]{43}$/),
    ]);
    expect(nonce).not.toBe(verifier);
    const minutes = (new Date(expiresAt).getTime() - before) / 60_000;
    expect(minutes).toBeGreaterThanOrEqual(9.99);
    expect(minutes).toBeLessThan(11);
  });

  it('answers somebody new with a registration token, and makes nothing', async () => {
    const { nonce, verifier } = await start(server);
    const claims = claimsFor(server, issuer, nonce, { given_name: 'Zoé', role: 'ADMIN' });
    const idToken = await issuer.sign(claims);
    const { provider_sign_ins: _begun, ...before } = await tableDigests(server.db);
    const { registrationToken, ...rest } = await present(server, idToken, verifier);
    expect(rest).toEqual({ accessToken: null, refreshToken: null, user: null, userErrors: [] });
    expect(claimsIn(registrationToken)).toEqual({
      type: 'registration',
      iss: 'intowork',
      aud: 'intowork-api',
      iat: expect.any(Number),
      exp: Number(claimsIn(registrationToken).iat) + 3600,
      sub: claims.sub,
      provider: issuer.issuer,
      email: claims['email'],
    });
    const { provider_sign_ins: _used, ...after } = await tableDigests(server.db);
    expect(after).toEqual(before);
  });

  it('opens a session for somebody known, with tokens that work', async () => {
    const sub = 'known-1';
    const { user } = await registered(server, issuer, { sub }, { role: 'EMPLOYER' });
    const answer = await signInAt(server, issuer, { sub });
    expect(answer).toMatchObject({ user, registrationToken: null, userErrors: [] });
    expect(await holds(server, answer.accessToken)).toBe(true);
    expect((await refresh(server, answer.refreshToken)).userErrors).toEqual([]);
  });

  it.each<[string, JWTPayload & { email?: string | undefined }]>([
    ['has another address by now', { email: 'moved@example.org' }],
    ['has the address of another account by now', { email: 'taken.by.another@example.org' }],
    ['is no longer verified', { email_verified: false }],
    ['gives no address any more', { email: undefined, email_verified: undefined }],
    ['has another name by now', { given_name: 'Other', family_name: 'Name' }],
  ])('knows people by their subject, whoever %s', async (_what, claims) => {
    const sub = `subject of ${JSON.stringify(claims)}`;
    const { user } = await registered(server, issuer, { sub });
    if (claims.email?.startsWith('taken') === true) await signUp(server, 'CANDIDATE', claims.email);
    expect(await signInAt(server, issuer, { sub, ...claims })).toMatchObject({ user, userErrors: [] });
  });

  it('takes a subject to the letter', async () => {
    await registered(server, issuer, { sub: 'Case' });
    expect((await signInAt(server, issuer, { sub: 'case' })).registrationToken).not.toBeNull();
    expect((await signInAt(server, issuer, { sub: 'Case ' })).registrationToken).not.toBeNull();
  });

  it('refuses who was deactivated, and opens no session', async () => {
    const sub = 'deactivated';
    const { user } = await registered(server, issuer, { sub });
    await setActive(server, `${user?.email}`, false);
    const { nonce, verifier } = await start(server);
    const idToken = await issuer.sign(claimsFor(server, issuer, nonce, { sub }));
    const before = await tableDigests(server.db);
    expect(await present(server, idToken, verifier)).toEqual({
      ...NOTHING,
      userErrors: [
        { code: 'ACCOUNT_DEACTIVATED', field: null, message: 'This account has been deactivated.' },
      ],
    });
    expect(await tableDigests(server.db)).toEqual(before);
  });

  it.each([
    ['false', false],
    ['the text "true"', 'true'],
    ['1', 1],
    ['null', null],
    ['a list', [true]],
    ['nothing', undefined],
  ])('refuses somebody new whose address is verified: %s', async (_what, verified) => {
    const person = await signUp(server, 'CANDIDATE');
    const answers = [];
    // Whether an account has the address or not, the answer is the same.
    for (const email of [person.email, `nobody.${person.email}`]) {
      const { nonce, verifier } = await start(server);
      const claims = claimsFor(server, issuer, nonce, { email, email_verified: verified });
      const idToken = await issuer.sign(claims);
      const before = await tableDigests(server.db);
      answers.push(await present(server, idToken, verifier));
      expect(await tableDigests(server.db)).toEqual(before);
    }
    expect(answers[0]).toMatchObject({ ...NOTHING, userErrors: [{ code: 'PROVIDER_EMAIL_UNVERIFIED' }] });
    expect(answers[1]).toEqual(answers[0]);
  });

  it.each([
    ['no address', undefined],
    ['no text', 7],
    ['a list of addresses', ['listed@example.org']],
    ['no e-mail address', 'nobody'],
    ['a name and an address', 'Ama <ama@example.org>'],
    ['an address with a NUL', 'ama\0@example.org'],
    ['an endless address', `${'a'.repeat(250)}@example.org`],
  ])('refuses somebody new whose verified address is %s', async (_what, email) => {
    const answer = await signInAt(server, issuer, { email, email_verified: true });
    expect(answer).toMatchObject({ ...NOTHING, userErrors: [{ code: 'PROVIDER_EMAIL_UNVERIFIED' }] });
  });

  it.each(ALGORITHMS)('takes signatures of %s', async (algorithm) => {
    const pair = issuer.keys.find((each) => each.algorithm === algorithm);
    expect((await signInAt(server, issuer, {}, pair && { pair })).userErrors).toEqual([]);
  });

  it.each(['TEST', ' Test\n'])(
    'does not mind how the name of the provider is written: %j',
    async (provider) => {
      expect((await signInAt(server, issuer, {}, { provider })).userErrors).toEqual([]);
    },
  );

  it('is not hindered by a stale access token', async () => {
    const client = clientAt(server).signedIn('stale');
    expect((await client.send(START, { input: { provider: 'test' } })).errors).toBeUndefined();
    const input = { provider: 'test', idToken: 'x', verifier: 'x' };
    expect((await client.send(SIGN_IN_WITH_PROVIDER, { input })).errors).toBeUndefined();
  });

  it('may be tried 5 times from one address in a quarter of an hour', async () => {
    const client = clientAt(server);
    const input = { provider: 'test', idToken: 'x', verifier: 'x' };
    for (let attempt = 0; attempt < 5; attempt++) {
      expect((await client.send(SIGN_IN_WITH_PROVIDER, { input })).errors).toBeUndefined();
    }
    expect(await client.errorCode(SIGN_IN_WITH_PROVIDER, { input })).toBe('RATE_LIMITED');
  });

  it('remembers device and address of the session', async () => {
    const sub = 'somewhere';
    await registered(server, issuer, { sub });
    const { nonce, verifier } = await start(server);
    const idToken = await issuer.sign(claimsFor(server, issuer, nonce, { sub }));
    const { signInWithProvider } = await clientAt(server, '203.0.113.9')
      .with({ 'user-agent': 'Test/1.0' })
      .data<{ signInWithProvider: { accessToken: string } }>(SIGN_IN_WITH_PROVIDER, {
        input: { provider: 'test', idToken, verifier },
      });
    expect(await sessionOf(server, signInWithProvider.accessToken)).toMatchObject({
      ip: '203.0.113.9',
      userAgent: 'Test/1.0',
    });
  });

  it('leaves no token, address or subject in the log', async () => {
    const sub = 'subject-nobody-should-read';
    const { nonce, verifier } = await start(server);
    const idToken = await issuer.sign(claimsFor(server, issuer, nonce, { sub, email: 'unread@example.org' }));
    const { registrationToken } = await present(server, idToken, verifier);
    await present(server, `${idToken}x`, verifier);
    await signInAt(server, issuer, { sub, email: 'unread@example.org', email_verified: false });
    const log = server.logLines.join('\n');
    const secrets = [sub, 'unread@example.org', nonce, verifier, idToken, `${registrationToken}`];
    expect(secrets.filter((secret) => log.includes(secret))).toEqual([]);
    expect(log).not.toMatch(/eyj[\w-]{20}/i);
  });
});

describe('a provider that is not set up', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  it.each(['google', '__proto__', 'constructor', 'https://accounts.google.com'])(
    'cannot be signed in with: %s',
    async (provider) => {
      const client = clientAt(server);
      const before = await tableDigests(server.db);
      const refused = [
        { code: 'INVALID', field: 'provider', message: 'No provider to sign in with has been set up here.' },
      ];
      const begun = await client.data(START, { input: { provider } });
      expect(begun).toMatchObject({ startProviderSignIn: { nonce: null, userErrors: refused } });
      const input = { provider, idToken: 'x', verifier: 'x' };
      expect(await client.data(SIGN_IN_WITH_PROVIDER, { input })).toEqual({
        signInWithProvider: { ...NOTHING, userErrors: refused },
      });
      expect(await tableDigests(server.db)).toEqual(before);
    },
  );
});
