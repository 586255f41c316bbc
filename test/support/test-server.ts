import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { readConfig, type Config } from '../../src/config.js';
import type { Database } from '../../src/platform/database/database.js';
import { serializers } from '../../src/platform/logging.js';
import type { runEvery } from '../../src/server/run-every.js';
import { startServer } from '../../src/server/start-server.js';
import { GraphqlClient } from './graphql-client.js';
import { expectNoSecretsIn } from './log-secrets.js';
import { TestClock } from './test-clock.js';
import { createTestDatabase } from './test-database.js';

export interface TestServer {
  url: string;
  db: Database;
  databaseUrl: string;
  /** Where it keeps its files; mails that nobody takes are in `mail`. */
  dataDir: string;
  clock: TestClock;
  /** What the server was configured with. */
  config: Config;
  /** Every line the server logged, as JSON text. */
  logLines: string[];
  /** An anonymous client; each one comes from an address of its own, so that limits per address do not add up. */
  client(): GraphqlClient;
  /** Fails when there is a secret in the log. */
  stop(): Promise<void>;
}

interface Settings {
  env?: Record<string, string>;
  /** Of another test server, to run two processes' worth of servers on one database. */
  databaseUrl?: string;
  /** Hears of the scheduled tasks, which run when a test runs them. */
  repeat?: typeof runEvery;
}

export const TEST_SECRET = 'ixGpyhNG5sR1eZk8dVt0uWq3LcBfJ7aM';

/** Those of this test file that have not been stopped. */
export const runningServers = new Set<TestServer>();

/** The whole server in this process: real HTTP, a database of its own, and a clock that can be moved. */
export async function startTestServer({
  env = {},
  databaseUrl,
  repeat = () => ({ stop: async () => undefined }),
}: Settings = {}): Promise<TestServer> {
  const database =
    databaseUrl === undefined
      ? await createTestDatabase()
      : { url: databaseUrl, drop: async () => undefined };
  const dataDir = await mkdtemp(join(tmpdir(), 'intowork-server-'));
  const clock = new TestClock();
  const logLines: string[] = [];
  const config = readConfig({
    NODE_ENV: 'test',
    PORT: '0',
    // Real hashes, but quick ones: what cost 12 costs is tested where it matters.
    PASSWORD_HASH_COST: '4',
    TRUSTED_PROXIES: '127.0.0.1',
    DATABASE_POOL_SIZE: '8',
    // Tests write rows past the server, and count its statements.
    LIST_CACHE_SECONDS: '0',
    DATA_DIR: dataDir,
    ...env,
  });
  const log = pino({ level: 'trace', serializers }, { write: (line: string) => logLines.push(line) });
  const server = await startServer({
    config,
    databaseUrl: database.url,
    authSecret: config.authSecret ?? TEST_SECRET,
    log,
    clock,
    repeat,
  });
  const running: TestServer = {
    url: server.url,
    db: server.db,
    databaseUrl: database.url,
    dataDir,
    clock,
    config,
    logLines,
    client: () => new GraphqlClient(`${server.url}/graphql`),
    stop: async () => {
      runningServers.delete(running);
      await server.stop();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
      expectNoSecretsIn(config.mode === 'development' ? logLines.filter(isNoMailLink) : logLines);
    },
  };
  runningServers.add(running);
  return running;
}

/** In development the links of mails are in the log on purpose: for want of a server that takes mails. */
function isNoMailLink(line: string): boolean {
  return !line.includes('"msg":"mail link"');
}
