import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuidv7 } from 'uuid';
import type { Context } from '../graphql/context.js';
import { refusal, UserErrorCode } from '../graphql/user-error.js';
import type { User } from '../users/user.entity.js';
import { endLongestUnusedSessions } from './end-longest-unused-sessions.js';
import { lockAccount } from './lock-account.js';
import { hashRefreshToken } from './refresh-token-hash.js';
import { absoluteExpiry, idleExpiry } from './session-lifetime.js';
import { Session } from './session.entity.js';
import type { Tokens } from './tokens.js';

/** What a client gets for signing in. */
export interface SignedIn {
  accessToken: string;
  refreshToken: string;
  user: User;
}

const MAX_USER_AGENT_LENGTH = 400;

/**
 * Opens a session for a user, inside the transaction of the sign-up or sign-in it belongs to. Refused when the account
 * has been deactivated; too many sessions make the one used longest ago end.
 */
export async function startSession(
  ctx: Context,
  em: EntityManager,
  tokens: Tokens,
  user: User,
): Promise<SignedIn> {
  // What the sign-in itself wrote comes first; then nobody else changes the account until this is committed.
  await em.flush();
  const account = await lockAccount(em, user.id);
  if (!account?.isActive) {
    throw refusal(UserErrorCode.ACCOUNT_DEACTIVATED, null, 'This account has been deactivated.');
  }
  const now = ctx.clock.now();
  await endLongestUnusedSessions(em, user.id, now);
  const absoluteExpiresAt = absoluteExpiry(now);
  const idleExpiresAt = idleExpiry(now, absoluteExpiresAt);
  const claims = { userId: user.id, sessionId: uuidv7() };
  const refreshToken = tokens.signRefresh(claims, now, idleExpiresAt);
  em.create(Session, {
    id: claims.sessionId,
    userId: user.id,
    refreshTokenHash: await hashRefreshToken(tokens, refreshToken),
    previousRefreshTokenHash: null,
    rotatedAt: null,
    createdAt: now,
    lastUsedAt: now,
    userAgent: ctx.client.userAgent?.slice(0, MAX_USER_AGENT_LENGTH) ?? null,
    ip: ctx.client.ip,
    idleExpiresAt,
    absoluteExpiresAt,
    revokedAt: null,
    revokedReason: null,
  });
  const accessToken = tokens.signAccess({ ...claims, role: user.role }, now, absoluteExpiresAt);
  return { accessToken, refreshToken, user };
}
