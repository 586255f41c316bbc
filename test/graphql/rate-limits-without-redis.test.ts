import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { applicant, clientAt, SIGN_UP } from '../support/accounts.js';
import { startRedis, type TestRedis } from '../support/find-redis.js';
import { freshAddress } from '../support/fresh-address.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

// A Redis of its own, because it is taken away. Where only one of somebody else's is there, there is none to take.
const probe = await startRedis();
await probe?.stop();

(probe ? describe : describe.skip)('limits when Redis', () => {
  let redis: TestRedis;
  let server: TestServer;
  beforeEach(async () => {
    const started = await startRedis();
    if (!started) throw new Error('redis-server does not start any more');
    redis = started;
    server = await startTestServer({ env: { REDIS_URL: redis.url } });
  });
  afterEach(async () => {
    await server.stop();
    await redis.stop();
  });

  const call = (address: string) => clientAt(server, address).send(SIGN_UP, { input: applicant() });

  async function statusesOf(address: string, calls: number): Promise<number[]> {
    const statuses: number[] = [];
    for (let count = 0; count < calls; count++) statuses.push((await call(address)).status);
    return statuses;
  }

  it('dies go on in memory: counted exactly, and nothing answers 5xx', async () => {
    const before = freshAddress();
    expect(await statusesOf(before, 4)).toEqual([200, 200, 200, 429]);
    await redis.stop();
    expect(await statusesOf(freshAddress(), 5)).toEqual([200, 200, 200, 429, 429]);
    const address = freshAddress();
    const answers = await Promise.all(Array.from({ length: 20 }, () => call(address)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(3);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(17);
    // What Redis knew is gone with it.
    expect((await call(before)).status).toBe(200);
  });

  it('dies while 20 calls are on their way answer them all, and let no more through than both counts allow', async () => {
    const address = freshAddress();
    const calls = Array.from({ length: 20 }, () => call(address));
    const [answers] = await Promise.all([Promise.all(calls), redis.stop()]);
    expect(answers.map(({ status }) => status).filter((status) => status !== 200 && status !== 429)).toEqual(
      [],
    );
    expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(6);
  });

  it('dies tell the same headers', async () => {
    await redis.stop();
    const address = freshAddress();
    const { headers } = await call(address);
    expect(headers.get('ratelimit')).toBe('"signUp";r=2;t=3600');
    await statusesOf(address, 2);
    const refused = await call(address);
    expect(refused.errors?.[0]?.extensions.code).toBe('RATE_LIMITED');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3580);
  });

  it('hangs go on in memory within seconds', async () => {
    const control = new Redis(redis.url);
    await control.call('CLIENT', 'PAUSE', '60000', 'ALL');
    control.disconnect();
    const start = performance.now();
    expect(await statusesOf(freshAddress(), 2)).toEqual([200, 200]);
    expect(performance.now() - start).toBeLessThan(6000);
  });

  it('comes back are shared again', async () => {
    const port = Number(new URL(redis.url).port);
    await redis.stop();
    expect((await call(freshAddress())).status).toBe(200);
    const again = await startRedis(port);
    if (!again) throw new Error('redis-server does not start on the same port again');
    redis = again;
    const reader = new Redis(redis.url);
    try {
      for (let look = 0; look < 100; look++) {
        await call(freshAddress());
        if ((await reader.keys('rateLimit:signUp:*')).length > 0) break;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      expect((await reader.keys('rateLimit:signUp:*')).length).toBeGreaterThan(0);
    } finally {
      reader.disconnect();
    }
    expect(await statusesOf(freshAddress(), 4)).toEqual([200, 200, 200, 429]);
  });
});

(probe ? describe : describe.skip)('a server whose Redis is not there when it starts', () => {
  let server: TestServer | undefined;
  afterAll(() => server?.stop());

  it('starts all the same, and counts in memory', async () => {
    // Nothing listens there any more.
    server = await startTestServer({ env: { REDIS_URL: probe?.url ?? '' } });
    const statuses: number[] = [];
    const address = freshAddress();
    for (let count = 0; count < 4; count++) {
      statuses.push((await clientAt(server, address).send(SIGN_UP, { input: applicant() })).status);
    }
    expect(statuses).toEqual([200, 200, 200, 429]);
  });
});
