import type { Client } from 'pg';
import { copyRows } from './copy-rows.js';
import { DEMO_TABLES } from './demo-tables.js';
import { makePlan, type Plan } from './plan.js';
import { DEMO_SIZES, type DemoSize } from './sizes.js';
import { seconds } from './time.js';
import { withoutIndexes } from './without-indexes.js';

/** What to load, and where to. */
export interface LoadOptions {
  /** Connected to a migrated, empty database. */
  client: Client;
  size: DemoSize;
  /** The end of the story: nothing in the data happens later. */
  now: Date;
  /** bcrypt of DEMO_PASSWORD, which all users share. */
  passwordHash: string;
  /** Hears, again and again, how many rows of a table are done. */
  onProgress?: (table: string, done: number, total: number) => void;
}

/** Fills an empty database. The same size and `now` give the same rows. A failure leaves the database empty. */
export async function loadDemoData(options: LoadOptions): Promise<void> {
  const { client, size, now, passwordHash } = options;
  const plan = makePlan(DEMO_SIZES[size], seconds(now), passwordHash);
  await client.query('begin');
  try {
    await withoutIndexes(client, () => copyTables(plan, options));
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
  // What the rows have left to be added to the totals is as many rows again.
  await client.query('select fold_row_counts()');
  await client.query('vacuum (analyze)');
}

async function copyTables(plan: Plan, { client, onProgress }: LoadOptions): Promise<void> {
  for (const { name, count, rows } of DEMO_TABLES) {
    const total = count(plan);
    onProgress?.(name, 0, total);
    await copyRows(client, name, rows(plan), (done) => onProgress?.(name, done, total));
  }
}
