import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { bringDatabaseBack, takeDatabaseAway } from '../support/on-server.js';
import { countStatements } from '../support/statement-count.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { describeWithRedis, redisUrl } from '../support/with-redis.js';

const STATUS = '{ status { version time uptimeSeconds database redis } }';

interface StatusAnswer {
  status: { version: string; time: string; uptimeSeconds: number; database: string; redis: string };
}

describe('status', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startTestServer();
  });
  afterEach(() => server.stop());

  const status = async () => (await server.client().data<StatusAnswer>(STATUS)).status;

  it('tells everybody the version, the time, how long it runs and what answers', async () => {
    server.clock.advance(90_000);
    const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
    const answer = await status();
    expect(answer).toEqual({
      version,
      time: expect.stringMatching(/^\d{4}-.*Z$/),
      uptimeSeconds: expect.any(Number),
      database: 'OK',
      redis: 'NOT_USED',
    });
    expect(answer.uptimeSeconds).toBeGreaterThanOrEqual(90);
    expect(Math.abs(Date.parse(answer.time) - server.clock.now().getTime())).toBeLessThan(60_000);
  });

  it('asks the database at most once in 5 seconds', async () => {
    await status();
    expect(await countStatements(status)).toEqual([]);
    server.clock.advance(5001);
    expect((await countStatements(status)).length).toBeGreaterThan(0);
  });

  it('answers while the database is away, and says so', async () => {
    await takeDatabaseAway(server);
    expect(await status()).toMatchObject({ database: 'UNAVAILABLE' });
    await bringDatabaseBack(server);
    server.clock.advance(5001);
    expect(await status()).toMatchObject({ database: 'OK' });
  });
});

describeWithRedis('status with Redis', () => {
  it('tells that Redis answers', async () => {
    const server = await startTestServer({ env: { REDIS_URL: redisUrl } });
    try {
      expect(await server.client().data<StatusAnswer>(STATUS)).toMatchObject({ status: { redis: 'OK' } });
    } finally {
      await server.stop();
    }
  });
});
