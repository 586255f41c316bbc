import { createHmac, generateKeyPairSync, sign as signWith, type KeyObject } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { SigningKeys } from '../../src/auth/signing-keys.js';
import { Tokens } from '../../src/auth/tokens.js';
import { addTime, DAY, HOUR } from '../../src/platform/clock.js';
import { claimsIn, clientAt, holds, ME, refresh } from '../support/accounts.js';
import { contentsOf } from '../support/database-contents.js';
import { signUp, type Person } from '../support/people.js';
import { startTestServer, TEST_SECRET, type TestServer } from '../support/test-server.js';

const keys = new SigningKeys(TEST_SECRET);
const ours = keys.current;
const attackers = generateKeyPairSync('rsa', { modulusLength: 2048 });
const attackersSecret = Buffer.from('the-secret-of-somebody-who-is-not-us');
const attackersJwk = { kty: 'oct', k: attackersSecret.toString('base64url'), alg: 'HS256' };
const attackersCertificate = attackers.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');

type Part = Record<string, unknown> | string;
type Signer = (input: string) => string;

const encode = (part: Part): string =>
  Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url');

/** A JWT by hand: a library would refuse to make most of these. */
function craft(header: Part, payload: Part, signer: Signer): string {
  const input = `${encode(header)}.${encode(payload)}`;
  return `${input}.${signer(input)}`;
}

const hmac =
  (key: KeyObject | Buffer | string, digest = 'sha256'): Signer =>
  (input) =>
    createHmac(digest, key).update(input).digest('base64url');
const rsa: Signer = (input) =>
  signWith('sha256', Buffer.from(input), attackers.privateKey).toString('base64url');
const unsigned: Signer = () => '';

/** A real token, and the key it is signed with: the worst an attacker could have found out. */
interface Target {
  token: string;
  claims: Record<string, unknown>;
  key: KeyObject;
}

type Attack = (target: Target) => string;

const header = (changes: Record<string, unknown> = {}) => ({
  alg: 'HS256',
  typ: 'JWT',
  kid: ours.id,
  ...changes,
});
const partsOf = (token: string): [string, string, string] => {
  const [head = '', payload = '', signature = ''] = token.split('.');
  return [head, payload, signature];
};
/** Other claims, signed with our own key. */
const claiming =
  (changes: Record<string, unknown>): Attack =>
  ({ claims, key }) =>
    craft(header(), { ...claims, ...changes }, hmac(key));
/** Another header, signed with our own key. */
const headed =
  (changes: Record<string, unknown>, signer?: Signer): Attack =>
  ({ claims, key }) =>
    craft(header(changes), claims, signer ?? hmac(key));
const inSeconds = (milliseconds: number) => Math.floor((Date.now() + milliseconds) / 1000);

const UNSIGNED = Object.fromEntries(
  ['none', 'None', 'NONE', 'nOnE', '', 'NULL'].flatMap((alg): [string, Attack][] => [
    [`alg ${JSON.stringify(alg)} and no signature`, headed({ alg }, unsigned)],
    [`alg ${JSON.stringify(alg)} and the old signature`, headedKeepingSignature(alg)],
  ]),
);

function headedKeepingSignature(alg: string): Attack {
  return ({ token, claims }) => craft(header({ alg }), claims, () => partsOf(token)[2]);
}

const ALGORITHMS: Record<string, Attack> = {
  ...UNSIGNED,
  'no alg': headed({ alg: undefined }),
  'alg as a list': headed({ alg: ['HS256'] }),
  'HS256 in small letters': headed({ alg: 'hs256' }),
  'HS384 by our key': ({ claims, key }) => craft(header({ alg: 'HS384' }), claims, hmac(key, 'sha384')),
  'HS512 by our key': ({ claims, key }) => craft(header({ alg: 'HS512' }), claims, hmac(key, 'sha512')),
  'RS256, and an HMAC by our key': headed({ alg: 'RS256' }),
  'ES256, and an HMAC by our key': headed({ alg: 'ES256' }),
  'PS256, and an HMAC by our key': headed({ alg: 'PS256' }),
  'RS256 by a key pair of the attacker': headed({ alg: 'RS256' }, rsa),
  'HS256 by the name of our key': headed({}, hmac(ours.id)),
  'HS256 by no key': headed({}, hmac('')),
  'HS256 by the secret all keys are made of': headed({}, hmac(TEST_SECRET)),
  'HS256 by the key of digests': headed({}, hmac(ours.refreshTokenDigests)),
  'HS256 by the key of registration tokens': headed({}, hmac(ours.registrationTokens)),
  'HS256 by another secret': headed({}, hmac(attackersSecret)),
};

const HEADERS: Record<string, Attack> = {
  'kid with a path': headed({ kid: '../../../../dev/null' }, hmac('')),
  'kid with SQL': headed({ kid: "x' union select 'secret" }, hmac('secret')),
  'kid with a command': headed({ kid: '|cat /etc/passwd' }, hmac('')),
  'unknown kid': headed({ kid: 'AAAAAAAAAAA' }),
  'kid as a number': headed({ kid: 0 }),
  'kid as a list': headed({ kid: [ours.id] }),
  'kid as an object': headed({ kid: { id: ours.id } }),
  'kid of null': headed({ kid: null }),
  'kid of the prototype': headed({ kid: 'constructor' }),
  'no kid': headed({ kid: undefined }),
  'jwk of the attacker': headed({ jwk: attackersJwk }, hmac(attackersSecret)),
  'jwk of the attacker, RSA': headed(
    { alg: 'RS256', jwk: attackers.publicKey.export({ format: 'jwk' }) },
    rsa,
  ),
  'jku of the attacker': headed({ jku: 'https://attacker.example/jwks.json' }, hmac(attackersSecret)),
  'x5u of the attacker': headed({ alg: 'RS256', x5u: 'https://attacker.example/x.pem' }, rsa),
  'x5c of the attacker': headed({ alg: 'RS256', x5c: [attackersCertificate] }, rsa),
  'a critical extension': headed({ crit: ['exp'] }),
  'an empty list of critical extensions': headed({ crit: [] }),
  'a payload that is not encoded (b64)': headed({ b64: false, crit: ['b64'] }),
};

const CLAIMS: Record<string, Attack> = {
  'another issuer': claiming({ iss: 'https://attacker.example' }),
  'a list of issuers': claiming({ iss: ['intowork'] }),
  'another audience': claiming({ aud: 'intowork-admin' }),
  'no audience in a list': claiming({ aud: [] }),
  'a validity that has not begun': claiming({ nbf: inSeconds(HOUR) }),
  'a beginning that is a text': claiming({ nbf: 'yesterday' }),
  'an end that is a text': claiming({ exp: String(inSeconds(HOUR)) }),
  'a subject that is no UUID': claiming({ sub: 'admin' }),
  'a subject that is a list': ({ claims, key }) =>
    craft(header(), { ...claims, sub: [claims['sub']] }, hmac(key)),
  'a subject that is an object': claiming({ sub: { $ne: null } }),
  'a session that is no UUID': claiming({ sid: "' or true --" }),
  'a session that is a list': ({ claims, key }) =>
    craft(header(), { ...claims, sid: [claims['sid']] }, hmac(key)),
  'a session that is a number': claiming({ sid: 1 }),
  'another user': claiming({ sub: uuidv7() }),
  'a session that is not there': claiming({ sid: uuidv7() }),
  'a type in capitals': ({ claims, key }) =>
    craft(header(), { ...claims, type: String(claims['type']).toUpperCase() }, hmac(key)),
  'a list of types': claiming({ type: ['access', 'refresh'] }),
  'the type of registration tokens': claiming({ type: 'registration' }),
  'a payload that is a list': ({ claims, key }) => craft(header(), JSON.stringify([claims]), hmac(key)),
  'a payload that is a text': ({ key }) => craft(header(), '"access"', hmac(key)),
};

const FORMS: Record<string, Attack> = {
  'no signature, but its dot': ({ token }) => token.slice(0, token.lastIndexOf('.') + 1),
  'no signature': ({ token }) => token.slice(0, token.lastIndexOf('.')),
  'half of the signature': ({ token }) => token.slice(0, -20),
  'all but the last character': ({ token }) => token.slice(0, -1),
  'a character more': ({ token }) => `${token}A`,
  'padding behind it': ({ token }) => `${token}=`,
  'padding behind each part': ({ token }) => partsOf(token).join('=.').concat('='),
  'a fourth part': ({ token }) => `${token}.AAAA`,
  'the signature of another payload': ({ token, claims, key }) =>
    `${partsOf(token).slice(0, 2).join('.')}.${partsOf(craft(header(), { ...claims, x: 1 }, hmac(key)))[2]}`,
  'claims said twice': ({ token, claims }) =>
    craft(
      partsOfHeader(token),
      `${JSON.stringify(claims).slice(0, -1)},"sub":"${uuidv7()}"}`,
      () => partsOf(token).at(-1) ?? '',
    ),
  'white space in its JSON': ({ token, claims }) =>
    craft(partsOfHeader(token), JSON.stringify(claims, null, 1), () => partsOf(token)[2]),
  'the alphabet of plain base64': ({ claims, key }) => plainBase64(claims, key),
  'encryption (JWE)': ({ token }) =>
    [
      encode({ alg: 'dir', enc: 'A256GCM', kid: ours.id }),
      '',
      encode('iv'),
      partsOf(token)[1],
      encode('tag'),
    ].join('.'),
};

function partsOfHeader(token: string): string {
  return Buffer.from(partsOf(token)[0], 'base64url').toString();
}

/** Signs until the signature has one of the letters in which the two alphabets differ. */
function plainBase64(claims: Record<string, unknown>, key: KeyObject): string {
  for (let salt = 0; ; salt++) {
    const token = craft(header(), { ...claims, salt }, hmac(key));
    const [head, payload, signature] = partsOf(token);
    if (/[-_]/.test(signature))
      return `${head}.${payload}.${signature.replaceAll('-', '+').replaceAll('_', '/')}`;
  }
}

const ATTACKS = Object.entries({ ...ALGORITHMS, ...HEADERS, ...CLAIMS, ...FORMS });

describe('a JWT with', () => {
  let server: TestServer;
  let person: Person;
  let access: Target;
  let refreshing: Target;
  beforeAll(async () => {
    server = await startTestServer();
    person = await signUp(server, 'CANDIDATE');
    access = { token: person.accessToken, claims: claimsIn(person.accessToken), key: ours.accessTokens };
    refreshing = {
      token: person.refreshToken,
      claims: claimsIn(person.refreshToken),
      key: ours.refreshTokens,
    };
  });
  afterAll(() => server.stop());

  async function expectNoRefresh(token: string, code = 'TOKEN_INVALID'): Promise<void> {
    const before = await contentsOf(server.db);
    const { userErrors, ...result } = await refresh(server, token);
    expect(userErrors).toEqual([{ code, field: 'refreshToken', message: expect.any(String) }]);
    expect(result).toEqual({ accessToken: null, refreshToken: null, user: null });
    expect(await contentsOf(server.db)).toEqual(before);
  }

  it('nothing changed, made by hand, would pass', async () => {
    for (const { token, claims, key } of [access, refreshing]) {
      expect(craft(header(), claims, hmac(key))).toBe(token);
    }
    expect(await holds(server, craft(header(), access.claims, hmac(access.key)))).toBe(true);
  });

  it.each(ATTACKS)('%s opens nothing as an access token', async (_what, attack) => {
    expect(await holds(server, attack(access))).toBe(false);
  });

  it.each(ATTACKS)('%s is no refresh token, and ends no session', async (_what, attack) => {
    await expectNoRefresh(attack(refreshing));
  });

  it('another way to write the last bits of its signature opens nothing', async () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const signature = Buffer.from(partsOf(access.token)[2], 'base64url');
    const alike = [...letters]
      .map((letter) => access.token.slice(0, -1) + letter)
      .filter((token) => token !== access.token)
      .filter((token) => Buffer.from(partsOf(token)[2], 'base64url').equals(signature));
    expect(alike).toHaveLength(3);
    for (const token of alike) expect(await holds(server, token)).toBe(false);
  });

  it('the JSON serialisation opens nothing', async () => {
    for (const { token } of [access, refreshing]) {
      const [head, payload, signature] = partsOf(token);
      const flattened = JSON.stringify({ protected: head, payload, signature });
      const general = JSON.stringify({ payload, signatures: [{ protected: head, signature }] });
      for (const json of [flattened, general]) {
        expect(await holds(server, json)).toBe(false);
        await expectNoRefresh(json);
      }
    }
  });

  it('a purpose of its own is good for no other: access, refresh, registration', async () => {
    const now = server.clock.now();
    const claims = { provider: 'https://accounts.example.org', subject: 'x', email: 'x@example.org' };
    const registration = new Tokens(keys, 24).signRegistration(claims, now, addTime(now, DAY));
    await expectNoRefresh(registration);
    expect(await holds(server, registration)).toBe(false);
    await expectNoRefresh(access.token);
    expect(await holds(server, refreshing.token)).toBe(false);
  });

  it('an end in the past has expired, also by a second', async () => {
    const over = { exp: Math.floor(server.clock.now().getTime() / 1000) - 1 };
    await expectNoRefresh(claiming(over)(refreshing), 'TOKEN_EXPIRED');
    expect(await holds(server, claiming(over)(access))).toBe(false);
  });

  it.each([4_000, 10_000])('%i more characters in a header of its own opens nothing', async (size) => {
    expect(await holds(server, headed({ x: 'x'.repeat(size) }, unsigned)(access))).toBe(false);
  });

  it('more than HTTP takes is refused before anybody reads it', async () => {
    const { status } = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${headed({ x: 'x'.repeat(20_000) }, unsigned)(access)}`,
      },
      body: JSON.stringify({ query: ME }),
    });
    expect(status).toBe(431);
  });

  it('any of this leaves the real ones good', async () => {
    expect(await holds(server, access.token)).toBe(true);
    expect((await refresh(server, refreshing.token)).userErrors).toEqual([]);
    expect(await clientAt(server).signedIn(access.token).data(ME)).toMatchObject({ me: { id: person.id } });
  });
});
