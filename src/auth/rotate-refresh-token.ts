import { sql } from 'kysely';
import type { Context } from '../graphql/context.js';
import { isLive } from './live-sessions.js';
import { hashRefreshToken } from './refresh-token-hash.js';
import { idleExpiry } from './session-lifetime.js';
import type { Session } from './session.entity.js';
import type { RefreshClaims, Tokens } from './tokens.js';

/** What is to follow a refresh token. */
export interface Successor {
  token: string;
  hash: string;
  /** When it was made. */
  at: Date;
  idleExpiresAt: Date;
}

/** Makes the token that may follow one, and what is stored of it. */
export async function makeSuccessor(
  ctx: Context,
  tokens: Tokens,
  { absoluteExpiresAt }: Session,
  claims: RefreshClaims,
): Promise<Successor> {
  const at = ctx.clock.now();
  const idleExpiresAt = idleExpiry(at, absoluteExpiresAt);
  const [token] = tokens.successorsOf(claims, at, idleExpiresAt);
  if (token === undefined) throw new Error('there is no live secret to sign a refresh token with');
  return { token, hash: await hashRefreshToken(tokens, token), at, idleExpiresAt };
}

/**
 * Replaces the current refresh token of a session by its successor, in one conditional update: of any number of
 * parallel requests one succeeds, and none does once the session has ended or its user was deactivated.
 *
 * @returns whether this request did it, and did not come too late
 */
export async function rotateRefreshToken(
  ctx: Context,
  session: Session,
  { hash, at, idleExpiresAt }: Successor,
): Promise<boolean> {
  const rotated = await ctx.db.rows(sql<{ id: string }>`
    update sessions s
    set refresh_token_hash = ${hash},
        previous_refresh_token_hash = s.refresh_token_hash,
        rotated_at = ${at}, last_used_at = ${at}, idle_expires_at = ${idleExpiresAt}, ip = ${ctx.client.ip}
    where s.id = ${session.id}
      and s.refresh_token_hash = ${session.refreshTokenHash}
      and ${isLive('s', at)}
      and exists (select from users u where u.id = s.user_id and u.is_active)
    returning s.id`);
  return rotated.length === 1;
}
