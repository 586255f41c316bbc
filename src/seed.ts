import 'reflect-metadata';
import { parseArgs } from 'node:util';
import bcrypt from 'bcrypt';
import { migrations } from '../migrations/migrations.js';
import { readConfig } from './config.js';
import { DEMO_PASSWORD } from './demo/demo-logins.js';
import { runSeed } from './demo/seed.js';
import { DEMO_SIZES, type DemoSize } from './demo/sizes.js';
import { migrate } from './platform/database/migrate.js';
import { startOrm } from './platform/database/orm.js';
import { entities } from './server/entities.js';
import { openDatabase } from './server/open-database.js';

/**
 * `npm run seed -- --size large`: fills an empty database, the embedded one unless DATABASE_URL names another. Interrupted,
 * it leaves the database as empty as before: run it again (after `vacuum`, to have back at once the space the rows took).
 */
async function seed(): Promise<void> {
  const { values } = parseArgs({ options: { size: { type: 'string', default: 'demo' } } });
  const size = sizeNamed(values.size);
  const config = readConfig(process.env);
  const database = await openDatabase(config, (message) => process.stdout.write(`${message}\n`));
  try {
    const orm = await startOrm({ databaseUrl: database.url, entities, migrations, poolSize: 2 });
    await migrate(orm, database.url);
    await orm.close();
    const passwordHash = await bcrypt.hash(DEMO_PASSWORD, config.passwordHashCost);
    await runSeed({ databaseUrl: database.url, size, passwordHash, out: process.stdout });
  } finally {
    await database.stop();
  }
}

function sizeNamed(name: string): DemoSize {
  const size = Object.keys(DEMO_SIZES).find((known): known is DemoSize => known === name);
  if (!size) throw new Error(`--size must be one of ${Object.keys(DEMO_SIZES).join(', ')}`);
  return size;
}

try {
  await seed();
} catch (error) {
  process.stderr.write(`seed: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
