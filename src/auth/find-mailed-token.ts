import { sql } from 'kysely';
import type { Context } from '../graphql/context.js';
import { refusal, UserErrorCode, type Refusal } from '../graphql/user-error.js';
import { mailTokenHash } from '../platform/mail/mail-links.js';

export interface MailedToken {
  id: string;
  userId: string;
}

/**
 * The row of a token that came by mail, if it is good at this moment; refuses any other. Using it up is for the
 * transaction that follows: `update … where used_at is null`.
 */
export async function findMailedToken(
  ctx: Context,
  table: 'password_resets' | 'email_confirmations',
  token: string,
): Promise<MailedToken> {
  const row = await ctx.db.row(sql<MailedToken & { usedAt: Date | null; expiresAt: Date }>`
    select t.id, t.user_id as "userId", t.used_at as "usedAt", t.expires_at as "expiresAt"
    from ${sql.table(table)} t join users u on u.id = t.user_id and u.is_active
    where t.token_hash = ${mailTokenHash(token)}`);
  if (!row || row.usedAt) throw mailedTokenInvalid();
  if (row.expiresAt <= ctx.clock.now()) throw mailedTokenExpired();
  return row;
}

export function mailedTokenExpired(field = 'token'): Refusal {
  return refusal(UserErrorCode.TOKEN_EXPIRED, field, 'This link has expired. Ask for another one.');
}

export function mailedTokenInvalid(field = 'token'): Refusal {
  return refusal(
    UserErrorCode.TOKEN_INVALID,
    field,
    'This link was used before, was cancelled or replaced by a later one, or is not whole. Ask for another one.',
  );
}
