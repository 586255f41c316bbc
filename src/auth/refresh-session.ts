import type { Context } from '../graphql/context.js';
import { refusal, UserErrorCode, type Refusal } from '../graphql/user-error.js';
import type { AuthServices } from './auth-services.js';
import { endStolenSession } from './end-stolen-session.js';
import { findSession, type SessionWithUser } from './find-session.js';
import { isRefreshToken } from './refresh-token-hash.js';
import { makeSuccessor, rotateRefreshToken } from './rotate-refresh-token.js';
import { idleExpiry } from './session-lifetime.js';
import type { SignedIn } from './start-session.js';
import { TokenProblem, type RefreshClaims, type Tokens } from './tokens.js';

/**
 * How long a rotated token may be repeated. Two browser tabs refresh at once, or an answer is lost on the way: both
 * are no theft, and both show within seconds.
 */
const REPEAT_WINDOW = 30_000;

/** A lost race is settled by looking at the session once more; more than that means somebody keeps rotating. */
const MAX_LOOKS = 3;

/**
 * Exchanges a refresh token for its successor. The stories it must tell apart:
 *
 * - the current token: rotated, by exactly one of however many requests bring it at once;
 * - the token rotated a moment ago, its successor still unused: the same successor again;
 * - any older one, or a later repeat: somebody holds a copy, so the session ends and the user is told.
 */
export async function refreshSession(
  ctx: Context,
  { tokens }: AuthServices,
  refreshToken: string,
): Promise<SignedIn> {
  const claims = readClaims(ctx, tokens, refreshToken);
  for (let look = 0; look < MAX_LOOKS; look++) {
    const session = await findSession(ctx, claims.sessionId, claims.userId);
    if (!session)
      throw refusal(UserErrorCode.TOKEN_INVALID, 'refreshToken', 'Not a refresh token of this platform.');
    const ended = reasonToRefuse(ctx, session);
    if (ended) throw ended;

    // Side by side, on two cores: nearly every token is the current one, and then both are needed.
    const [isCurrent, successor] = await Promise.all([
      isRefreshToken(tokens, refreshToken, session.refreshTokenHash),
      makeSuccessor(ctx, tokens, session, claims),
    ]);
    if (isCurrent) {
      if (await rotateRefreshToken(ctx, session, successor)) {
        return signedIn(tokens, session, successor.token, successor.at);
      }
      continue; // Another request rotated it, or ended the session, in between.
    }

    const repeated = await repeatedSuccessor(ctx, tokens, session, refreshToken, claims);
    if (repeated !== null && session.rotatedAt) return signedIn(tokens, session, repeated, session.rotatedAt);

    await endStolenSession(ctx, session);
    throw refusal(
      UserErrorCode.TOKEN_REUSED,
      'refreshToken',
      'This refresh token was used before. To be safe, the session has been ended: sign in again.',
    );
  }
  throw refusal(UserErrorCode.SESSION_ENDED, 'refreshToken', 'The session changed meanwhile. Sign in again.');
}

function readClaims(ctx: Context, tokens: Tokens, refreshToken: string): RefreshClaims {
  try {
    return tokens.verifyRefresh(refreshToken, ctx.clock.now());
  } catch (error) {
    if (!(error instanceof TokenProblem)) throw error;
    throw error.kind === 'expired'
      ? refusal(UserErrorCode.TOKEN_EXPIRED, 'refreshToken', 'The refresh token has expired. Sign in again.')
      : refusal(UserErrorCode.TOKEN_INVALID, 'refreshToken', 'Not a refresh token of this platform.');
  }
}

function reasonToRefuse(ctx: Context, session: SessionWithUser): Refusal | null {
  const now = ctx.clock.now();
  if (session.revokedAt || session.idleExpiresAt <= now || session.absoluteExpiresAt <= now) {
    return refusal(UserErrorCode.SESSION_ENDED, 'refreshToken', 'The session has ended. Sign in again.');
  }
  if (!session.user.isActive) {
    return refusal(UserErrorCode.ACCOUNT_DEACTIVATED, null, 'This account has been deactivated.');
  }
  return null;
}

/** The successor of a token that was rotated a moment ago; null for any other token, or once that one was used. */
async function repeatedSuccessor(
  ctx: Context,
  tokens: Tokens,
  session: SessionWithUser,
  refreshToken: string,
  claims: RefreshClaims,
): Promise<string | null> {
  const { rotatedAt, previousRefreshTokenHash } = session;
  if (!rotatedAt || !previousRefreshTokenHash) return null;
  if (ctx.clock.now().getTime() - rotatedAt.getTime() > REPEAT_WINDOW) return null;
  if (!(await isRefreshToken(tokens, refreshToken, previousRefreshTokenHash))) return null;

  const expiresAt = idleExpiry(rotatedAt, session.absoluteExpiresAt);
  for (const successor of tokens.successorsOf(claims, rotatedAt, expiresAt)) {
    if (await isRefreshToken(tokens, successor, session.refreshTokenHash)) return successor;
  }
  return null;
}

/** `at` is when the rotation took place, so that every repeat of it gets the very same answer. */
function signedIn(tokens: Tokens, session: SessionWithUser, refreshToken: string, at: Date): SignedIn {
  const claims = { userId: session.userId, sessionId: session.id, role: session.user.role };
  return {
    accessToken: tokens.signAccess(claims, at, session.absoluteExpiresAt),
    refreshToken,
    user: session.user,
  };
}
