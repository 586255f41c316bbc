import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { applicant, clientAt, REFRESH, SIGN_IN, SIGN_UP } from '../support/accounts.js';
import { freshAddress } from '../support/fresh-address.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { describeWithRedis, redisUrl } from '../support/with-redis.js';

describeWithRedis('limits in Redis', () => {
  let one: TestServer;
  let other: TestServer;
  let redis: Redis;
  beforeAll(async () => {
    const env = { REDIS_URL: redisUrl };
    one = await startTestServer({ env });
    other = await startTestServer({ env, databaseUrl: one.databaseUrl });
    redis = new Redis(redisUrl);
  });
  afterAll(async () => {
    redis.disconnect();
    await other.stop();
    await one.stop();
  });

  const keysWith = (text: string) => redis.keys(`*${text}*`);
  const networkOf = (address: string) => address.split(':').slice(0, 4).join(':');
  const plain = (address: string) => address.replaceAll(/:0+(?=[0-9a-f])/g, ':');

  it('are shared by all servers', async () => {
    const address = freshAddress();
    const statuses: number[] = [];
    for (const server of [one, other, one, other, one]) {
      statuses.push((await clientAt(server, address).send(SIGN_UP, { input: applicant() })).status);
    }
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
  });

  it.each([
    { field: 'signUp', document: SIGN_UP, limit: 3, input: () => applicant() },
    {
      field: 'signIn',
      document: SIGN_IN,
      limit: 5,
      input: () => ({ email: `${freshAddress().replaceAll(':', '.')}@example.org`, password: 'x' }),
    },
    { field: 'refreshToken', document: REFRESH, limit: 10, input: () => ({ refreshToken: 'nonsense' }) },
  ])(
    'let exactly $limit of 20 parallel calls of $field on two servers through',
    async ({ document, limit, input }) => {
      const address = freshAddress();
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          clientAt(index % 2 ? one : other, address).send(document, { input: input() }),
        ),
      );
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(limit);
      expect(answers.filter(({ errors }) => errors?.[0]?.extensions.code === 'RATE_LIMITED')).toHaveLength(
        20 - limit,
      );
    },
  );

  it('are forgotten by Redis when their time is over, and then start anew', async () => {
    const address = freshAddress();
    for (let count = 0; count < 4; count++) {
      await clientAt(one, address).send(SIGN_UP, { input: applicant() });
    }
    const keys = await keysWith(`signUp:${plain(networkOf(address))}:`);
    expect(keys).toHaveLength(1);
    const seconds = await redis.ttl(keys[0] ?? '');
    expect(seconds).toBeGreaterThan(3580);
    expect(seconds).toBeLessThanOrEqual(3600);
    await redis.pexpire(keys[0] ?? '', 1);
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect((await clientAt(one, address).send(SIGN_UP, { input: applicant() })).status).toBe(200);
  });

  it('tell the same headers as in memory', async () => {
    const address = freshAddress();
    const call = () => clientAt(one, address).send(SIGN_UP, { input: applicant() });
    for (const remaining of [2, 1, 0]) {
      const { headers } = await call();
      expect(headers.get('ratelimit-policy')).toBe('"signUp";q=3;w=3600');
      expect(headers.get('ratelimit')).toMatch(new RegExp(`^"signUp";r=${remaining};t=(3600|35[89]\\d)$`));
      expect(headers.get('retry-after')).toBeNull();
    }
    const { headers } = await call();
    expect(headers.get('ratelimit')).toMatch(/^"signUp";r=0;t=(3600|35[89]\d)$/);
    expect(headers.get('retry-after')).toMatch(/^(3600|35[89]\d)$/);
  });
});
