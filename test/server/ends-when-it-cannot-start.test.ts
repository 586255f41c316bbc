import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApiProcess } from '../support/api-process.js';
import { createTestDatabase } from '../support/test-database.js';

describe('a start on a port that somebody else listens on', () => {
  let other: Server;
  let port: string;
  let dataDir: string;

  beforeAll(async () => {
    other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    port = String((other.address() as AddressInfo).port);
    dataDir = await mkdtemp(join(tmpdir(), 'intowork-start-'));
  });
  afterAll(async () => {
    other.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  /** All it writes that is no news of the embedded database. */
  async function complaints(env: Record<string, string>): Promise<string[]> {
    const api = startApiProcess({ DATA_DIR: dataDir, PORT: port, DEMO_DATA: 'false', ...env });
    // One that does not end by itself has to: the code is null then.
    const watchdog = setTimeout(() => api.child.kill('SIGKILL'), 15_000);
    expect(await api.ended).toBe(1);
    clearTimeout(watchdog);
    return api
      .output()
      .trim()
      .split('\n')
      .filter((line) => !line.includes('"level":"info"'));
  }
  const taken = expect.stringMatching(/^intowork-api: .*address already in use 127\.0\.0\.1:\d+$/);

  it('ends with one clear line, its embedded database with it', async () => {
    expect(await complaints({})).toEqual([taken]);
    // What the first had left running would keep its folder.
    expect(await complaints({})).toEqual([taken]);
  }, 60_000);

  it('ends on a database of somebody else, and with Redis, just the same', async () => {
    const database = await createTestDatabase();
    const redisUrl = process.env['TEST_REDIS_URL'] || undefined;
    const env = { DATABASE_URL: database.url, ...(redisUrl !== undefined && { REDIS_URL: redisUrl }) };
    expect(await complaints(env)).toEqual([taken]);
    await database.drop();
  }, 60_000);
});
