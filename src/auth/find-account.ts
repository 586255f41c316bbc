import { sql } from 'kysely';
import type { Context } from '../graphql/context.js';
import { addressGroup } from '../platform/network.js';
import { User } from '../users/user.entity.js';
import { SessionEnd } from './session.entity.js';

export interface FoundAccount {
  /** In lower case as the database makes it, which has its own mind about letters such as İ. */
  email: string;
  user: User | null;
  /** The user has had a session at the address of this request before, and nobody has revoked it. */
  isUsualAddress: boolean;
}

/** Whom an address to sign in with belongs to: one statement, the same work whether anybody has it. */
export async function findAccount(ctx: Context, email: string): Promise<FoundAccount> {
  const row = await ctx.db.row(
    sql<Omit<FoundAccount, 'user'> & { user: Record<string, unknown> | null }>`
      with account as (select u.* from users u where u.email = ${email})
      select lower(${email}::text) as "email",
        (select ${ctx.db.columns.json(User, 'u')} from account u) as "user",
        exists (
          select from account u join sessions s on s.user_id = u.id
          where s.ip <<= ${addressGroup(ctx.client.ip)}::inet
            and s.revoked_reason is distinct from ${SessionEnd.REVOKED}
        ) as "isUsualAddress"`,
  );
  if (!row) throw new Error('a statement without a table gave no row');
  return { ...row, user: row.user && ctx.db.columns.revive(User, row.user) };
}
