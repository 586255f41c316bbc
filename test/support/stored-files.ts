import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openFiles, sweepFiles } from '../../src/server/open-files.js';
import { TEST_SECRET, type TestServer } from './test-server.js';

/** Paths of all files on the disk of a server. */
export async function storedFiles({ config }: TestServer): Promise<string[]> {
  const folder = join(config.dataDir, 'files');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** Does what every process does once a minute. */
export async function sweep({ config, db, clock }: TestServer): Promise<void> {
  const files = await openFiles(config, TEST_SECRET, clock, () => '');
  await sweepFiles(db, files, clock.now());
}
