import { Client } from 'pg';
import { loadDemoData } from '../../src/demo/load-demo-data.js';
import { createTestDatabase } from '../support/test-database.js';

/** Nothing in the data is later. */
export const NOW = new Date('2026-06-15T09:30:00Z');

export interface DemoDatabase {
  url: string;
  client: Client;
  /** First column of the first row, as a number. */
  count(statement: string): Promise<number>;
  /** First column of every row. */
  list(statement: string): Promise<string[]>;
  drop(): Promise<void>;
}

/** A migrated, empty database with a connection to it. */
export async function emptyDatabase(): Promise<DemoDatabase> {
  const created = await createTestDatabase();
  const client = new Client({ connectionString: created.url });
  await client.connect();
  const list = async (text: string) => {
    const { rows } = await client.query<[string]>({ text, rowMode: 'array' });
    return rows.map(([value]) => value);
  };
  return {
    url: created.url,
    client,
    list,
    count: async (statement) => Number((await list(statement))[0]),
    async drop() {
      await client.end();
      await created.drop();
    },
  };
}

/** A database with the demo data of the day `now`. */
export async function demoDatabase(now = NOW): Promise<DemoDatabase> {
  const database = await emptyDatabase();
  await loadDemoData({ client: database.client, size: 'demo', now, passwordHash: 'not a real hash' });
  return database;
}
