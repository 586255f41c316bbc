import { sql, type RawBuilder } from 'kysely';

/** Whether the session behind an alias can still be used: not ended, not left idle, not too old. */
export function isLive(alias: string, now: Date): RawBuilder<boolean> {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  return sql<boolean>`(${column('revoked_at')} is null
    and ${column('idle_expires_at')} > ${now} and ${column('absolute_expires_at')} > ${now})`;
}
