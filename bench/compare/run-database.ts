import { randomBytes } from 'node:crypto';
import { Client, DatabaseError } from 'pg';

export interface RunDatabase {
  url: string;
  drop(): Promise<void>;
}

/** SQLSTATE of a template somebody is connected to. */
const OBJECT_IN_USE = '55006';

/** A copy of the seeded database, so that every run starts from the same rows and leaves none behind. */
export async function copyDatabase(databaseUrl: string): Promise<RunDatabase> {
  const template = new URL(databaseUrl).pathname.slice(1);
  const name = `intowork_bench_${randomBytes(4).toString('hex')}`;
  const on = async (sql: string): Promise<void> => {
    const client = new Client({ connectionString: named(databaseUrl, 'postgres') });
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  };
  try {
    await on(`create database "${name}" template "${template}" strategy file_copy`);
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.code !== OBJECT_IN_USE) throw error;
    throw new Error(`${template} cannot be copied while somebody is connected to it`, { cause: error });
  }
  return {
    url: named(databaseUrl, name),
    drop: () => on(`drop database if exists "${name}" with (force)`),
  };
}

function named(databaseUrl: string, name: string): string {
  const url = new URL(databaseUrl);
  url.pathname = `/${name}`;
  return url.href;
}
