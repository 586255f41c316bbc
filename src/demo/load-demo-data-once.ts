import bcrypt from 'bcrypt';
import { Client } from 'pg';
import { DEMO_PASSWORD } from './demo-logins.js';
import { isDatabaseEmpty } from './is-database-empty.js';
import { loadDemoData } from './load-demo-data.js';

/** Fills a database that has no users yet; leaves any other as it is. */
export async function loadDemoDataOnce(databaseUrl: string, hashCost: number, now: Date): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    if (!(await isDatabaseEmpty(client))) return;
    const passwordHash = await bcrypt.hash(DEMO_PASSWORD, hashCost);
    await loadDemoData({ client, size: 'demo', now, passwordHash });
  } finally {
    await client.end();
  }
}
