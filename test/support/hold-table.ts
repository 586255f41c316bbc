import { Client } from 'pg';
import { onDatabaseServer } from './on-server.js';
import { until } from './until.js';

/** Holds a lock on a table, so that whoever reads it waits until it is released. */
export async function holdTable(databaseUrl: string, table: string): Promise<() => Promise<void>> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query('begin');
  await client.query(`lock table ${table} in access exclusive mode`);
  return () => client.end();
}

/** Until so many statements wait for a lock. */
export function untilWaiting(databaseUrl: string, count: number): Promise<true> {
  return until(`${count} statements to wait`, () =>
    onDatabaseServer({ databaseUrl }, async (client, database) => {
      const { rows } = await client.query<{ n: number }>(
        `select count(*)::int as n from pg_stat_activity where datname = $1 and wait_event_type = 'Lock'`,
        [database],
      );
      return (rows[0]?.n ?? 0) >= count;
    }),
  );
}
