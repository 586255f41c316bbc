import { sql } from 'kysely';
import type { Database } from '../../src/platform/database/database.js';

const TABLES = ['users', 'companies', 'jobs', 'applications', 'application_events', 'notifications'];

/** What a database holds, in words. */
export async function volumesOf(db: Database): Promise<string> {
  const counts: string[] = [];
  for (const table of TABLES) {
    const row = await db.row(sql<{ rows: string }>`select count(*) as rows from ${sql.table(table)}`);
    counts.push(`${Number(row?.rows).toLocaleString('en')} ${table.replace('_', ' ')}`);
  }
  const version = await db.row(sql<{ version: string }>`select current_setting('server_version') as version`);
  return `PostgreSQL ${version?.version ?? '?'} with ${counts.join(', ')}`;
}
