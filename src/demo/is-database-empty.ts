import type { ClientBase } from 'pg';

/** Whether a migrated database has no users yet, and so nothing that demo data could get mixed up with. */
export async function isDatabaseEmpty(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ empty: boolean }>('select not exists (select from users) as empty');
  return rows[0]?.empty === true;
}
