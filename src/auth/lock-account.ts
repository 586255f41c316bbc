import type { EntityManager } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import { executeIn } from '../platform/database/database.js';

/** What decides whether somebody may have a session. */
export interface Account {
  id: string;
  passwordHash: string | null;
  isActive: boolean;
}

/**
 * A user's account as it is now, locked until the transaction ends. Whoever opens a session and whoever ends them all
 * take this lock first, so one of them comes after the other and sees what it did. Null when the user is gone.
 */
export function lockAccount(em: EntityManager, userId: string): Promise<Account | null> {
  return lockWhere(em, sql`u.id = ${userId}`);
}

/** The same for the account with an e-mail address. */
export function lockAccountOf(em: EntityManager, email: string): Promise<Account | null> {
  return lockWhere(em, sql`u.email = ${email}`);
}

async function lockWhere(em: EntityManager, condition: RawBuilder<unknown>): Promise<Account | null> {
  // Not FOR UPDATE: rows that refer to the user (a notification, say) may be written meanwhile.
  const [account] = await executeIn(
    em,
    sql<Account>`
      select u.id, u.password_hash as "passwordHash", u.is_active as "isActive"
      from users u where ${condition} for no key update`,
  );
  return account ?? null;
}
