import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.js';

export interface Confirmation {
  id: string;
  email: string;
  oldEmail: string | null;
  firstName: string;
  tokenHash: string;
  usedAt: Date | null;
  expiresAt: Date;
}

/** What the mails about an address have to know. */
export function findConfirmation(db: Database, id: string): Promise<Confirmation | undefined> {
  return db.row(sql<Confirmation>`
    select c.id, c.email, c.old_email as "oldEmail", u.first_name as "firstName", c.token_hash as "tokenHash",
      c.used_at as "usedAt", c.expires_at as "expiresAt"
    from email_confirmations c join users u on u.id = c.user_id
    where c.id = ${id} and u.is_active`);
}
