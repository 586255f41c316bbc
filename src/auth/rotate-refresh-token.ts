import { sql } from 'kysely';
import type { Context } from '../graphql/context.js';
import { isLive } from './live-sessions.js';
import { hashRefreshToken } from './refresh-token-hash.js';
import { idleExpiry } from './session-lifetime.js';
import type { Session } from './session.entity.js';
import type { RefreshClaims, Tokens } from './tokens.js';

/**
 * Replaces the current refresh token of a session by its successor, in one conditional update: of any number of
 * parallel requests one succeeds, and none does once the session has ended or its user was deactivated.
 *
 * @returns the successor, or null when this request came too late.
 */
export async function rotateRefreshToken(
  ctx: Context,
  tokens: Tokens,
  session: Session,
  claims: RefreshClaims,
): Promise<{ token: string; at: Date } | null> {
  const now = ctx.clock.now();
  const idleExpiresAt = idleExpiry(now, session.absoluteExpiresAt);
  const [successor] = tokens.successorsOf(claims, now, idleExpiresAt);
  if (successor === undefined) return null;
  const rotated = await ctx.db.rows(sql<{ id: string }>`
    update sessions s
    set refresh_token_hash = ${await hashRefreshToken(tokens, successor)},
        previous_refresh_token_hash = s.refresh_token_hash,
        rotated_at = ${now}, last_used_at = ${now}, idle_expires_at = ${idleExpiresAt}, ip = ${ctx.client.ip}
    where s.id = ${session.id}
      and s.refresh_token_hash = ${session.refreshTokenHash}
      and ${isLive('s', now)}
      and exists (select from users u where u.id = s.user_id and u.is_active)
    returning s.id`);
  return rotated.length === 1 ? { token: successor, at: now } : null;
}
