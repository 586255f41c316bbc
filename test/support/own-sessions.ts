import { sql } from 'kysely';
import type { GraphqlClient } from './graphql-client.js';
import type { TestServer } from './test-server.js';
import { uuidIn } from './uuid-in.js';

/** A session as its user sees it. */
export interface OwnSession {
  id: string;
  device: string | null;
  userAgent: string | null;
  ip: string | null;
  createdAt: string;
  lastUsedAt: string;
  expiresAt: string;
  isCurrent: boolean;
}

export const MY_SESSIONS =
  '{ mySessions { id device userAgent ip createdAt lastUsedAt expiresAt isCurrent } }';
export const REVOKE_SESSION = `mutation ($sessionId: ID!) {
  revokeSession(input: { sessionId: $sessionId }) { sessionId userErrors { code field message } }
}`;
export const SIGN_OUT_EVERYWHERE = `mutation ($scope: SignOutScope!) {
  signOutEverywhere(input: { scope: $scope }) { endedSessions userErrors { code } }
}`;

export interface RevokeAnswer {
  sessionId: string | null;
  userErrors: { code: string; field: string | null; message: string }[];
}

export async function mySessions(client: GraphqlClient): Promise<OwnSession[]> {
  return (await client.data<{ mySessions: OwnSession[] }>(MY_SESSIONS)).mySessions;
}

export async function revoke(client: GraphqlClient, sessionId: string): Promise<RevokeAnswer> {
  return (await client.data<{ revokeSession: RevokeAnswer }>(REVOKE_SESSION, { sessionId })).revokeSession;
}

/** How many sessions ended by it. */
export async function signOutEverywhere(client: GraphqlClient, scope: 'OTHERS' | 'ALL'): Promise<number> {
  const { signOutEverywhere: answer } = await client.data<{
    signOutEverywhere: { endedSessions: number; userErrors: unknown[] };
  }>(SIGN_OUT_EVERYWHERE, { scope });
  if (answer.userErrors.length > 0) throw new Error(`refused: ${JSON.stringify(answer.userErrors)}`);
  return answer.endedSessions;
}

export interface StoredSession {
  id: string;
  isLive: boolean;
  revokedReason: string | null;
}

/** Every session of a user there is, the one used longest ago first. */
export function storedSessions({ db, clock }: TestServer, userId: string): Promise<StoredSession[]> {
  const now = clock.now();
  return db.rows(sql<StoredSession>`
    select id, revoked_reason as "revokedReason",
      revoked_at is null and idle_expires_at > ${now} and absolute_expires_at > ${now} as "isLive"
    from sessions where user_id = ${uuidIn(userId)} order by last_used_at, id`);
}
