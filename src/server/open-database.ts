import { join } from 'node:path';
import type { Config } from '../config.js';
import { startEmbeddedPostgres } from '../platform/database/embedded/embedded-postgres.js';

export interface OpenDatabase {
  url: string;
  /** Stops the embedded server; a database of somebody else's is left alone. */
  stop(): Promise<void>;
}

/** The database the configuration names, or an embedded PostgreSQL in the data folder. */
export async function openDatabase(
  config: Config,
  onMessage: (message: string) => void,
): Promise<OpenDatabase> {
  if (config.databaseUrl !== undefined) return { url: config.databaseUrl, stop: async () => undefined };
  return startEmbeddedPostgres({ dataDir: join(config.dataDir, 'postgres'), onMessage });
}
