import 'reflect-metadata';
import { ConfigError, readConfig, type Config } from './config.js';
import { loadDemoDataOnce } from './demo/load-demo-data-once.js';
import { createLogger } from './platform/logging.js';
import { secretKeptIn } from './platform/secret-file.js';
import { banner } from './server/banner.js';
import { openDatabase } from './server/open-database.js';
import { startServer } from './server/start-server.js';
import { stopOnSignals } from './server/stop-on-signals.js';

/** Starts everything a process needs, in order; whatever fails is one clear line and exit code 1. */
async function main(config: Config): Promise<void> {
  const log = createLogger(config.logLevel);
  const database = await openDatabase(config, (message) => log.info(message));
  try {
    const server = await startServer({
      config,
      log,
      databaseUrl: database.url,
      authSecret: config.authSecret ?? (await secretKeptIn(config.dataDir)),
      onMigrated: async () => {
        if (config.demoData) await loadDemoDataOnce(database.url, config.passwordHashCost, new Date());
      },
    });
    stopOnSignals(log, async () => {
      await server.stop();
      await database.stop();
    });
    if (config.mode === 'production') log.info({ url: server.url }, 'ready');
    else process.stdout.write(`${banner(server.url, config.demoData)}\n`);
  } catch (error) {
    await database.stop();
    throw error;
  }
}

function fail(error: unknown): void {
  const lines =
    error instanceof ConfigError ? error.problems : [error instanceof Error ? error.message : String(error)];
  for (const line of lines) process.stderr.write(`intowork-api: ${line}\n`);
  process.exitCode = 1;
}

try {
  await main(readConfig(process.env));
} catch (error) {
  fail(error);
}
