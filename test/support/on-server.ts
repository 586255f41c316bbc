import { Client } from 'pg';
import type { TestServer } from './test-server.js';

/** Runs work with a connection to the database server that is not to the test's own database. */
export async function onDatabaseServer<T>(
  { databaseUrl }: Pick<TestServer, 'databaseUrl'>,
  work: (client: Client, database: string) => Promise<T>,
): Promise<T> {
  const url = new URL(databaseUrl);
  const database = url.pathname.slice(1);
  url.pathname = '/postgres';
  const client = new Client({ connectionString: url.href });
  await client.connect();
  try {
    return await work(client, database);
  } finally {
    await client.end();
  }
}

/** Ends every connection to the test's database and lets no new one in, as when the database is gone. */
export function takeDatabaseAway(server: Pick<TestServer, 'databaseUrl'>): Promise<void> {
  return onDatabaseServer(server, async (client, database) => {
    await client.query(`alter database ${database} with allow_connections false`);
    await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [
      database,
    ]);
  });
}

export function bringDatabaseBack(server: Pick<TestServer, 'databaseUrl'>): Promise<void> {
  return onDatabaseServer(server, async (client, database) => {
    await client.query(`alter database ${database} with allow_connections true`);
  });
}

/** How many connections to the test's database there are. */
export function openConnections(server: Pick<TestServer, 'databaseUrl'>): Promise<number> {
  return onDatabaseServer(server, async (client, database) => {
    const { rows } = await client.query<{ n: number }>(
      'select count(*)::int as n from pg_stat_activity where datname = $1',
      [database],
    );
    return rows[0]?.n ?? -1;
  });
}
