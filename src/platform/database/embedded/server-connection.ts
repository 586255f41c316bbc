import pg from 'pg';

/** The role that owns the embedded cluster. */
export const SUPERUSER = 'intowork';

/** The address of a database of the embedded server, usable by pg. */
export function makeUrl(port: number, password: string, database: string): string {
  return `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
}

/** Opens a connection to the maintenance database; the caller ends it. */
export async function connectToServer(port: number, password: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: makeUrl(port, password, 'postgres'),
    // Given here because the PG… variables of the environment would be taken otherwise.
    ssl: false,
    options: '',
    connectionTimeoutMillis: 10_000,
  });
  // A connection lost later must reach the statement that waits, not end the process.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/**
 * True when the server behind the connection is that process on that folder (its name as the server sees it)
 * with that durability. A port alone proves nothing: whoever was first on it answers.
 */
export async function isExpectedServer(
  client: pg.Client,
  expected: { folder: string; pid: number; durable: boolean },
): Promise<boolean> {
  const { rows } = await client.query<{ folder: string; pid: number; durable: boolean }>(
    `select current_setting('data_directory') as folder,
            split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int as pid,
            current_setting('fsync')::boolean as durable`,
  );
  const [found] = rows;
  return (
    found?.folder === expected.folder && found.pid === expected.pid && found.durable === expected.durable
  );
}

/** Creates the database when it is missing. */
export async function ensureDatabase(client: pg.Client, name: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
  if (rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(name)}`);
}
