import { openDataFolder } from './data-folder.js';
import { takeOwnerLock } from './owner-lock.js';
import { makeUrl } from './server-connection.js';
import { startServer } from './start-server.js';
import type { ServerSettings } from './start-server.js';
import { superviseServer } from './supervise-server.js';

export interface EmbeddedPostgresOptions {
  /** Folder that holds the cluster, its password and its log; made when missing. */
  dataDir: string;
  /** Preferred TCP port, 54329 by default; a free one is taken when it is busy. */
  port?: number;
  /** False gives up safety against a crash of the machine, for speed: tests. Default true. */
  durable?: boolean;
  /** Created when missing; `intowork` by default. */
  database?: string;
  /** Gets single sentences for the person who starts the server. */
  onMessage?: (message: string) => void;
}

export interface EmbeddedPostgres {
  /** `postgres://…` of the database, with its password: not for logs. */
  url: string;
  port: number;
  /** Ends the server in order and frees the folder; may be called again. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL from the programs of the npm package, listening on 127.0.0.1 only, or takes over the
 * server that a killed process left on the folder. Throws one clear line when another living process uses
 * the folder or no programs exist for this machine, and the end of the server's log when it fails.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const settings: ServerSettings = {
    port: options.port ?? 54329,
    durable: options.durable ?? true,
    database: options.database ?? 'intowork',
    onMessage: options.onMessage ?? (() => undefined),
  };
  const folder = await openDataFolder(options.dataDir);
  const lock = await takeOwnerLock(folder.root, folder.ownerLock);
  try {
    const { server, password } = await startServer(folder, settings);
    const stopServer = superviseServer(server, folder, settings.onMessage);
    const stop = async () => {
      await stopServer();
      await lock.release();
    };
    return {
      url: makeUrl(server.port, password, settings.database),
      port: server.port,
      stop: once(stop),
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

function once(run: () => Promise<void>): () => Promise<void> {
  let result: Promise<void> | undefined;
  return () => (result ??= run());
}
