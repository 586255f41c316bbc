import type { JWTPayload } from 'jose';
import { clientAt, type SessionAnswer } from './accounts.js';
import type { OidcIssuer, SigningPair } from './oidc-issuer.js';
import { startTestServer, type TestServer } from './test-server.js';

export interface Started {
  nonce: string;
  verifier: string;
  issuer: string;
  clientId: string;
  authorizationEndpoint: string;
  expiresAt: string;
}

export interface ProviderAnswer extends SessionAnswer {
  registrationToken: string | null;
}

const SESSION =
  'accessToken refreshToken user { id email role firstName lastName } userErrors { code field message }';

export const START = `mutation ($input: StartProviderSignInInput!) {
  startProviderSignIn(input: $input) {
    nonce verifier issuer clientId authorizationEndpoint expiresAt userErrors { code field message }
  }
}`;
export const SIGN_IN_WITH_PROVIDER = `mutation ($input: SignInWithProviderInput!) {
  signInWithProvider(input: $input) { registrationToken ${SESSION} }
}`;
export const COMPLETE = `mutation ($input: CompleteRegistrationInput!) {
  completeRegistration(input: $input) { ${SESSION} }
}`;

/** What a server calls the issuers it trusts: `test`, `test1` and so on. */
export function providerName(index: number): string {
  return index === 0 ? 'test' : `test${index}`;
}

/** A server that trusts these issuers. */
export function startServerTrusting(...issuers: OidcIssuer[]): Promise<TestServer> {
  const settings = issuers.map((issuer, index) => issuer.settings(providerName(index)));
  return startTestServer({ env: { OIDC_PROVIDERS: JSON.stringify(settings) } });
}

/** Begins a sign-in that is expected to begin. */
export async function start(server: TestServer, provider = 'test'): Promise<Started> {
  const { startProviderSignIn: answer } = await clientAt(server).data<{
    startProviderSignIn: Started & { userErrors: unknown[] };
  }>(START, { input: { provider } });
  const { userErrors, ...started } = answer;
  if (userErrors.length > 0) throw new Error(`not begun: ${JSON.stringify(userErrors)}`);
  return started;
}

let subjects = 0;

/** Claims of an id_token that is fine as it is, of somebody new. */
export function claimsFor(
  server: TestServer,
  issuer: OidcIssuer,
  nonce: string,
  claims: JWTPayload = {},
): JWTPayload {
  subjects += 1;
  const now = Math.floor(server.clock.now().getTime() / 1000);
  const good = {
    iss: issuer.issuer,
    aud: issuer.clientId,
    sub: `subject-${subjects}`,
    iat: now,
    exp: now + 300,
    nonce,
    email: `provided${subjects}@example.org`,
    email_verified: true,
    ...claims,
  };
  return Object.fromEntries(Object.entries(good).filter(([, value]) => value !== undefined));
}

/** Sends what a client would after the provider answered. */
export async function present(
  server: TestServer,
  idToken: string,
  verifier: string,
  provider = 'test',
): Promise<ProviderAnswer> {
  const { signInWithProvider: answer } = await clientAt(server).data<{ signInWithProvider: ProviderAnswer }>(
    SIGN_IN_WITH_PROVIDER,
    { input: { provider, idToken, verifier } },
  );
  return answer;
}

/** A whole sign-in with a provider, whose id_token has these claims. */
export async function signInAt(
  server: TestServer,
  issuer: OidcIssuer,
  claims: JWTPayload = {},
  {
    pair,
    header,
    provider,
  }: { pair?: SigningPair; header?: Record<string, unknown>; provider?: string } = {},
): Promise<ProviderAnswer> {
  const { nonce, verifier } = await start(server, provider);
  const idToken = await issuer.sign(claimsFor(server, issuer, nonce, claims), pair, header);
  return present(server, idToken, verifier, provider);
}

/** Sends a registration, from an address of its own. */
export async function complete(
  server: TestServer,
  registrationToken: string | null,
  input: Record<string, unknown> = {},
): Promise<SessionAnswer> {
  const { completeRegistration: answer } = await clientAt(server).data<{
    completeRegistration: SessionAnswer;
  }>(COMPLETE, {
    input: { registrationToken, role: 'CANDIDATE', firstName: 'Ama', lastName: 'Ndong', ...input },
  });
  return answer;
}

/** Signs somebody in and makes their account. */
export async function registered(
  server: TestServer,
  issuer: OidcIssuer,
  claims: JWTPayload = {},
  input: Record<string, unknown> = {},
): Promise<SessionAnswer> {
  const { registrationToken, userErrors } = await signInAt(server, issuer, claims);
  const answer = await complete(server, registrationToken, input);
  if (answer.userErrors.length > 0) {
    throw new Error(`not registered: ${JSON.stringify([...userErrors, ...answer.userErrors])}`);
  }
  return answer;
}
