import { afterAll } from '@jest/globals';
import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../../../src/platform/database/embedded/embedded-postgres.js';
import type {
  EmbeddedPostgres,
  EmbeddedPostgresOptions,
} from '../../../../src/platform/database/embedded/embedded-postgres.js';

/** Folders and servers of one test file, all gone after it. */
export interface EmbeddedServers {
  /** A folder that does not exist yet, inside a new one of this mode (0755 by default). */
  makeDataDir(mode?: number, name?: string): Promise<string>;
  /** Starts a server that need not be safe against a crash of the machine; messages go to `messages`. */
  start(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres>;
  messages: string[];
}

export function useEmbeddedServers(): EmbeddedServers {
  const folders: string[] = [];
  const servers: EmbeddedPostgres[] = [];
  const messages: string[] = [];
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.stop()));
    await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true, maxRetries: 3 })));
  });
  return {
    messages,
    async makeDataDir(mode = 0o755, name = 'data') {
      const folder = await realpath(await mkdtemp(join(tmpdir(), 'embedded-')));
      folders.push(folder);
      await chmod(folder, mode);
      return join(folder, name);
    },
    async start(options) {
      const server = await startEmbeddedPostgres({
        durable: false,
        onMessage: (message) => messages.push(message),
        ...options,
      });
      servers.push(server);
      return server;
    },
  };
}

/** Runs one statement on a connection of its own; the first row comes back. */
export async function query<Row extends pg.QueryResultRow>(
  url: string,
  sql: string,
): Promise<Row | undefined> {
  const client = new pg.Client({ connectionString: url });
  // A connection cut by the server is told twice; the statement's own rejection is enough.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows[0];
  } finally {
    await client.end();
  }
}
