import { sql } from 'kysely';
import jwt from 'jsonwebtoken';
import { freshAddress } from './fresh-address.js';
import { GraphqlClient } from './graphql-client.js';
import { PASSWORD } from './people.js';
import type { TestServer } from './test-server.js';

export interface UserErrorAnswer {
  code: string;
  field: string | null;
  message: string;
}

export interface SessionAnswer {
  accessToken: string | null;
  refreshToken: string | null;
  user: { id: string; email: string; role: string; firstName: string; lastName: string } | null;
  userErrors: UserErrorAnswer[];
}

const FIELDS =
  '{ accessToken refreshToken user { id email role firstName lastName } userErrors { code field message } }';

export const SIGN_UP = `mutation ($input: SignUpInput!) { signUp(input: $input) ${FIELDS} }`;
export const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) ${FIELDS} }`;
export const REFRESH = `mutation ($input: RefreshTokenInput!) { refreshToken(input: $input) ${FIELDS} }`;
export const SIGN_OUT = 'mutation { signOut { success } }';
export const ME = '{ me { id email role } }';

/** A client at an address of its own. */
export function clientAt(server: Pick<TestServer, 'url'>, address = freshAddress()): GraphqlClient {
  return new GraphqlClient(`${server.url}/graphql`, {}, address);
}

let applicants = 0;

type Applicant = Record<string, unknown> & { email: string };

/** Fields of a sign-up that is fine as it is, of somebody new. */
export function applicant(fields: Record<string, unknown> = {}): Applicant {
  applicants += 1;
  return {
    email: `applicant${applicants}@example.org`,
    password: PASSWORD,
    firstName: 'Ama',
    lastName: 'Ndong',
    role: 'CANDIDATE',
    ...fields,
  };
}

export async function trySignUp(server: TestServer, input: Record<string, unknown>): Promise<SessionAnswer> {
  const { signUp } = await clientAt(server).data<{ signUp: SessionAnswer }>(SIGN_UP, { input });
  return signUp;
}

export async function signIn(
  server: TestServer,
  email: string,
  password: string = PASSWORD,
): Promise<SessionAnswer> {
  const { signIn: answer } = await clientAt(server).data<{ signIn: SessionAnswer }>(SIGN_IN, {
    input: { email, password },
  });
  return answer;
}

/** Exchanges a refresh token, from an address of its own. */
export async function refresh(server: TestServer, refreshToken: string | null): Promise<SessionAnswer> {
  const { refreshToken: answer } = await clientAt(server).data<{ refreshToken: SessionAnswer }>(REFRESH, {
    input: { refreshToken },
  });
  return answer;
}

/** Exchanges a refresh token that is expected to be good. */
export async function rotated(
  server: TestServer,
  token: string,
): Promise<{ accessToken: string; refreshToken: string }> {
  const { accessToken, refreshToken, userErrors } = await refresh(server, token);
  if (accessToken === null || refreshToken === null)
    throw new Error(`refresh refused: ${JSON.stringify(userErrors)}`);
  return { accessToken, refreshToken };
}

/** Whether an access token is good for a request, and if not, whether the refusal is the one to expect. */
export async function holds(server: TestServer, accessToken: string | null): Promise<boolean> {
  const { status, errors } = await clientAt(server).signedIn(`${accessToken}`).send(ME);
  if (status === 200 && errors === undefined) return true;
  if (status === 401 && errors?.[0]?.extensions.code === 'UNAUTHENTICATED') return false;
  throw new Error(`unexpected answer ${status}: ${JSON.stringify(errors)}`);
}

/** The claims of a token, unchecked. */
export function claimsIn(token: string | null): jwt.JwtPayload {
  return jwt.decode(`${token}`, { json: true }) ?? {};
}

export interface SessionRow {
  id: string;
  userId: string;
  refreshTokenHash: string;
  previousRefreshTokenHash: string | null;
  createdAt: Date;
  rotatedAt: Date | null;
  lastUsedAt: Date;
  userAgent: string | null;
  ip: string | null;
  idleExpiresAt: Date;
  absoluteExpiresAt: Date;
  revokedAt: Date | null;
  revokedReason: string | null;
}

/** The row of the session a token belongs to. */
export async function sessionOf(server: TestServer, token: string | null): Promise<SessionRow> {
  const row = await server.db.row(sql<SessionRow>`
    select id, user_id as "userId", refresh_token_hash as "refreshTokenHash",
      previous_refresh_token_hash as "previousRefreshTokenHash", created_at as "createdAt",
      rotated_at as "rotatedAt", last_used_at as "lastUsedAt", user_agent as "userAgent", host(ip) as ip,
      idle_expires_at as "idleExpiresAt", absolute_expires_at as "absoluteExpiresAt",
      revoked_at as "revokedAt", revoked_reason as "revokedReason"
    from sessions where id = ${claimsIn(token)['sid']}`);
  if (!row) throw new Error('the session of this token is not in the database');
  return row;
}

/** Sets who may sign in, as an administrator will. */
export async function setActive(server: TestServer, email: string, isActive: boolean): Promise<void> {
  await server.db.rows(sql`update users set is_active = ${isActive} where email = ${email}`);
}
