import { Client } from 'pg';
import { isDatabaseEmpty } from './is-database-empty.js';
import { loadDemoData } from './load-demo-data.js';
import { showProgress, type SeedOutput } from './seed-progress.js';
import type { DemoSize } from './sizes.js';

/** What to seed, and where to tell of it. */
export interface SeedOptions {
  /** A migrated database. */
  databaseUrl: string;
  size: DemoSize;
  /** bcrypt of DEMO_PASSWORD. */
  passwordHash: string;
  out: SeedOutput;
}

/** Fills an empty database, showing how it goes. Throws, having changed nothing, when it already has users. */
export async function runSeed({ databaseUrl, size, passwordHash, out }: SeedOptions): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    if (!(await isDatabaseEmpty(client))) {
      throw new Error('the database already has users; demo data is loaded only into an empty one');
    }
    await loadWithProgress(client, size, passwordHash, out);
  } finally {
    await client.end();
  }
}

async function loadWithProgress(
  client: Client,
  size: DemoSize,
  passwordHash: string,
  out: SeedOutput,
): Promise<void> {
  const start = performance.now();
  const progress = showProgress(out);
  try {
    await loadDemoData({ client, size, now: new Date(), passwordHash, onProgress: progress.onProgress });
  } finally {
    progress.stop();
  }
  out.write(`Loaded the ${size} data in ${((performance.now() - start) / 1000).toFixed(1)} s.\n`);
}
