import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Providers } from '../../../src/auth/providers/providers.js';
import { verifyIdToken } from '../../../src/auth/providers/verify-id-token.js';
import { clientAt } from '../../support/accounts.js';
import { newPair, startOidcIssuer, type OidcIssuer, type SigningPair } from '../../support/oidc-issuer.js';
import {
  claimsFor,
  present,
  providerName,
  signInAt,
  SIGN_IN_WITH_PROVIDER,
  start,
  startServerTrusting,
  START,
} from '../../support/provider-sign-ins.js';
import { tableDigests } from '../../support/table-digests.js';
import type { TestServer } from '../../support/test-server.js';

/** At least one for each test, because a server remembers a provider once it has asked it. */
const ISSUERS = 40;

describe('a provider', () => {
  let issuers: OidcIssuer[];
  let server: TestServer;
  let issuer: OidcIssuer;
  let provider: string;
  beforeAll(async () => {
    issuers = await Promise.all(Array.from({ length: ISSUERS }, () => startOidcIssuer()));
    server = await startServerTrusting(...issuers);
  });
  afterAll(async () => {
    await server.stop();
    await Promise.all(issuers.map((each) => each.stop()));
  });

  let used = 0;
  beforeEach(() => {
    const next = issuers[used];
    if (!next) throw new Error('more tests than issuers');
    issuer = next;
    provider = providerName(used);
    used += 1;
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  /** A whole sign-in of somebody new. */
  const enter = (pair?: SigningPair) => signInAt(server, issuer, {}, { provider, ...(pair && { pair }) });

  /** The library that keeps the keys has a clock of its own. */
  function advance(seconds: number): void {
    const now = Date.now();
    jest.spyOn(Date, 'now').mockImplementation(() => now + seconds * 1000);
  }

  async function outcome(idToken: string, verifier: string): Promise<string | undefined> {
    const input = { provider, idToken, verifier };
    const { data, errors } = await clientAt(server).send<{
      signInWithProvider: { userErrors: { code: string }[] } | null;
    }>(SIGN_IN_WITH_PROVIDER, { input });
    return errors?.[0]?.extensions.code ?? data.signInWithProvider?.userErrors[0]?.code ?? 'OK';
  }

  const goodToken = async () => {
    const { nonce, verifier } = await start(server, provider);
    return { idToken: await issuer.sign(claimsFor(server, issuer, nonce)), verifier };
  };

  it('is asked for its keys once for many sign-ins, also when they come at once', async () => {
    const tokens = await Promise.all(Array.from({ length: 5 }, goodToken));
    await Promise.all(tokens.map(({ idToken, verifier }) => present(server, idToken, verifier, provider)));
    expect((await enter()).userErrors).toEqual([]);
    expect(issuer.fetches).toEqual({ keys: 1, discovery: 1 });
  });

  it('may replace its keys: the new one is fetched, the old one is no longer good', async () => {
    expect((await enter()).userErrors).toEqual([]);
    const [old] = issuer.keys;
    await issuer.rotateKeys();
    advance(31);
    expect((await enter()).userErrors).toEqual([]);
    expect(issuer.fetches.keys).toBe(2);
    const { userErrors } = await enter(old);
    expect(userErrors).toMatchObject([{ code: 'TOKEN_INVALID' }]);
  });

  it('has a key it withdrew forgotten within 10 minutes, also when nobody asks for a new one', async () => {
    const extra = await newPair();
    issuer.keys.unshift(extra);
    expect((await enter(extra)).userErrors).toEqual([]);
    issuer.keys.shift();
    advance(601);
    const { userErrors } = await enter(extra);
    expect(userErrors).toMatchObject([{ code: 'TOKEN_INVALID' }]);
  });

  it('is not asked again and again for keys that somebody makes up', async () => {
    await enter();
    const stranger = await newPair();
    for (let attempt = 0; attempt < 5; attempt++) await enter(stranger);
    expect(issuer.fetches.keys).toBe(1);
    advance(31);
    for (let attempt = 0; attempt < 5; attempt++) await enter(stranger);
    expect(issuer.fetches.keys).toBe(2);
  });

  it.each(['not at all', 'with an error', 'with nonsense'] as const)(
    'may answer %s while its keys are known: sign-ins go on',
    async (mood) => {
      await enter();
      issuer.mood = mood;
      advance(599);
      expect((await enter()).userErrors).toEqual([]);
    },
  );

  it.each(['not at all', 'with an error', 'with nonsense'] as const)(
    'that answers %s before its keys are known lets nobody in, and may be tried again',
    async (mood) => {
      const { idToken, verifier } = await goodToken();
      issuer.mood = mood;
      const before = await tableDigests(server.db);
      const { status, errors } = await clientAt(server).send(SIGN_IN_WITH_PROVIDER, {
        input: { provider, idToken, verifier },
      });
      expect([status, errors]).toMatchObject([
        503,
        [
          {
            message: `The provider ${provider} cannot be reached at this moment. Try again in a few seconds.`,
            extensions: { code: 'PROVIDER_UNAVAILABLE', retryAfterSeconds: 10 },
          },
        ],
      ]);
      expect(await tableDigests(server.db)).toEqual(before);
      expect(server.logLines.join('')).toContain('a provider cannot be reached');
      issuer.mood = 'well';
      expect(await outcome(idToken, verifier)).toBe('OK');
    },
  );

  it('that is away when a key is new is not taken for one that does not have it', async () => {
    await enter();
    await issuer.rotateKeys();
    const { idToken, verifier } = await goodToken();
    advance(31);
    issuer.mood = 'not at all';
    expect(await outcome(idToken, verifier)).toBe('PROVIDER_UNAVAILABLE');
    issuer.mood = 'well';
    expect(await outcome(idToken, verifier)).toBe('OK');
  });

  it.each(['not at all', 'with an error', 'with nonsense'] as const)(
    'that answers %s from the start begins no sign-in, and does as soon as it is back',
    async (mood) => {
      issuer.mood = mood;
      const before = await tableDigests(server.db);
      const { status, errors } = await clientAt(server).send(START, { input: { provider } });
      expect([status, errors?.[0]?.extensions.code]).toEqual([503, 'PROVIDER_UNAVAILABLE']);
      expect(await tableDigests(server.db)).toEqual(before);
      issuer.mood = 'well';
      expect((await enter()).userErrors).toEqual([]);
    },
  );

  it.each([
    ['for another issuer', { issuer: 'https://accounts.example.org' }],
    ['for its issuer with a slash', () => ({ issuer: `${issuer.issuer}/` })],
    ['for nobody', { issuer: undefined }],
    ['without keys', { jwks_uri: undefined }],
    ['with keys in a file', { jwks_uri: 'file:///etc/passwd' }],
    ['without a place to sign in', { authorization_endpoint: undefined }],
    ['with a script as place to sign in', { authorization_endpoint: 'javascript:alert(1)' }],
  ])('is not believed when its discovery document is %s', async (_what, discovery) => {
    issuer.discovery = typeof discovery === 'function' ? discovery() : discovery;
    expect(await clientAt(server).errorCode(START, { input: { provider } })).toBe('PROVIDER_UNAVAILABLE');
  });

  it('is not believed when it publishes a secret key', async () => {
    const { idToken, verifier } = await goodToken();
    const [pair] = issuer.keys;
    issuer.keys = pair ? [{ ...pair, publicJwk: { kid: pair.kid, kty: 'oct', k: 'c2VjcmV0' } }] : [];
    expect(await outcome(idToken, verifier)).toBe('TOKEN_INVALID');
  });

  it('may live under a path', async () => {
    const tenant = await startOidcIssuer('/realms/intowork');
    const trusting = await startServerTrusting(tenant);
    try {
      expect((await signInAt(trusting, tenant)).userErrors).toEqual([]);
    } finally {
      await trusting.stop();
      await tenant.stop();
    }
  });

  it('that never answers is given up on', async () => {
    const impatient = new Providers([issuer.settings()], 100).named('test');
    issuer.mood = 'never';
    await expect(impatient.authorizationEndpoint()).rejects.toThrow('the provider test cannot be reached');
    issuer.mood = 'well';
    await impatient.authorizationEndpoint();
    issuer.mood = 'never';
    const token = await issuer.sign(claimsFor(server, issuer, 'nonce'));
    await expect(verifyIdToken(impatient, token, new Date())).rejects.toThrow(
      'the provider test cannot be reached',
    );
  });
});
