import { sql, type RawBuilder } from 'kysely';

/** Neither accepted nor cancelled, for statements; `alias` names the table company_invitations in them. */
export function isOpen(alias: string): RawBuilder<unknown> {
  return sql`${sql.ref(`${alias}.accepted_at`)} is null and ${sql.ref(`${alias}.cancelled_at`)} is null`;
}

/**
 * Open, not expired, and of a company that has an active admin: nobody joins one that all have left, where they would
 * be members without any admin.
 */
export function isGood(alias: string, now: Date): RawBuilder<unknown> {
  return sql`${isOpen(alias)} and ${sql.ref(`${alias}.expires_at`)} > ${now} and exists (
    select from employers admin join users u on u.id = admin.user_id
    where admin.company_id = ${sql.ref(`${alias}.company_id`)} and admin.is_company_admin and u.is_active)`;
}
