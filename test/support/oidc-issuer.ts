import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK, type JWTPayload } from 'jose';

export interface SigningPair {
  kid: string;
  algorithm: string;
  privateKey: CryptoKey;
  publicJwk: JWK;
}

/** How the issuer answers, well or not. */
type Mood = 'well' | 'not at all' | 'never' | 'with an error' | 'with nonsense';

/** A small OpenID Connect provider of a test's own, on real HTTP and with real keys. */
export interface OidcIssuer {
  issuer: string;
  clientId: string;
  /** What it signs with; the last one is used unless a test says otherwise. */
  keys: SigningPair[];
  /** How often its keys and its discovery document were asked for. */
  fetches: { keys: number; discovery: number };
  mood: Mood;
  /** What the discovery document says instead. */
  discovery: Record<string, unknown>;
  /** Withdraws all keys and publishes a new one. */
  rotateKeys(): Promise<void>;
  /** An id_token with these claims, signed with one of its keys or with anything else. */
  sign(claims: JWTPayload, pair?: SigningPair, header?: Record<string, unknown>): Promise<string>;
  /** The settings of a server that trusts it. */
  settings(name?: string): { name: string; issuer: string; clientIds: string[] };
  stop(): Promise<void>;
}

let kids = 0;

export async function newPair(algorithm = 'ES256'): Promise<SigningPair> {
  kids += 1;
  const kid = `key-${kids}`;
  const { publicKey, privateKey } = await generateKeyPair(algorithm, { extractable: true });
  const publicJwk = { ...(await exportJWK(publicKey)), kid, use: 'sig', alg: algorithm };
  return { kid, algorithm, privateKey, publicJwk };
}

export async function startOidcIssuer(path = ''): Promise<OidcIssuer> {
  const server = createServer((request, response) => answer(issuer, request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const issuer: OidcIssuer = {
    issuer: `http://127.0.0.1:${port}${path}`,
    clientId: `intowork-at-${port}`,
    keys: [await newPair()],
    fetches: { keys: 0, discovery: 0 },
    mood: 'well',
    discovery: {},
    rotateKeys: async () => {
      issuer.keys = [await newPair()];
    },
    sign: async (claims, pair = issuer.keys.at(-1), header = {}) => {
      if (!pair) throw new Error('the issuer has no key');
      return new SignJWT(claims)
        .setProtectedHeader({ alg: pair.algorithm, kid: pair.kid, typ: 'JWT', ...header })
        .sign(pair.privateKey);
    },
    settings: (name = 'test') => ({ name, issuer: issuer.issuer, clientIds: [issuer.clientId] }),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return issuer;
}

function answer(issuer: OidcIssuer, { url = '', socket }: IncomingMessage, response: ServerResponse): void {
  const path = url.slice(new URL(`${issuer.issuer}/`).pathname.length - 1);
  if (path === '/.well-known/openid-configuration') issuer.fetches.discovery += 1;
  if (path === '/keys') issuer.fetches.keys += 1;
  if (issuer.mood === 'never') return;
  if (issuer.mood === 'not at all') {
    socket.destroy();
    return;
  }
  const documents: Record<string, unknown> = {
    '/.well-known/openid-configuration': {
      issuer: issuer.issuer,
      authorization_endpoint: `${issuer.issuer}/authorize`,
      jwks_uri: `${issuer.issuer}/keys`,
      ...issuer.discovery,
    },
    '/keys': { keys: issuer.keys.map(({ publicJwk }) => publicJwk) },
  };
  const status = issuer.mood === 'with an error' ? 500 : path in documents ? 200 : 404;
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(issuer.mood === 'with nonsense' ? '<html>' : JSON.stringify(documents[path] ?? {}));
}
