import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { Role } from '../../graphql/role.js';
import { executeIn } from '../../platform/database/database.js';

/**
 * The ids of all active administrators, locked until the transaction ends: of two who would send each other away, or
 * leave at the same time, the second finds what the first has done.
 */
export async function lockAdmins(em: EntityManager): Promise<string[]> {
  const admins = await executeIn(
    em,
    sql<{ id: string }>`
      select id from users where role = ${Role.ADMIN} and is_active order by id for no key update`,
  );
  return admins.map(({ id }) => id);
}
