import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startRedis, type TestRedis } from '../support/find-redis.js';
import { listenBySocket, type SocketListener } from '../support/live-clients.js';
import { signUp, signUpWithCompany, type EmployerWithCompany } from '../support/people.js';
import { apply, move, publishedJob } from '../support/recruitment.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { until } from '../support/until.js';
import { describeWithRedis } from '../support/with-redis.js';

describeWithRedis('live delivery whose Redis dies and comes back', () => {
  let redis: TestRedis;
  let a: TestServer;
  let b: TestServer;
  let employer: EmployerWithCompany;
  let jobId: string;

  async function freshRedis(port?: number): Promise<TestRedis> {
    const started = await startRedis(port);
    if (!started) throw new Error('this test needs a redis-server it can end');
    return started;
  }

  beforeAll(async () => {
    redis = await freshRedis();
    const env = { REDIS_URL: redis.url };
    a = await startTestServer({ env });
    b = await startTestServer({ env, databaseUrl: a.databaseUrl });
    employer = await signUpWithCompany(a);
    jobId = await publishedJob(employer);
  }, 60_000);
  afterAll(async () => {
    await b.stop();
    await a.stop();
    await redis.stop();
  });

  const isDeaf = (server: TestServer): boolean =>
    server.logLines.filter((line) => line.includes('Redis is away')).length >
    server.logLines.filter((line) => line.includes('Redis is back')).length;

  it('loses nothing, and goes on', async () => {
    const candidate = await signUp(a, 'CANDIDATE');
    const applicationId = await apply(candidate, jobId);
    const listeners: SocketListener[] = [
      await listenBySocket(a, candidate),
      await listenBySocket(b, candidate),
    ];
    await move(employer, applicationId, 'VIEWED');
    for (const listener of listeners) await listener.received(1);

    const port = Number(new URL(redis.url).port);
    await redis.stop();
    await until('Redis to be missed by both', async () => isDeaf(a) && isDeaf(b));
    await move(employer, applicationId, 'SHORTLISTED');
    const { unreadNotificationCount } = await candidate.client.data<{ unreadNotificationCount: number }>(
      '{ unreadNotificationCount }',
    );
    expect(unreadNotificationCount).toBe(2);

    redis = await freshRedis(port);
    for (const listener of listeners) {
      expect((await listener.received(2)).map(({ to }) => to)).toEqual(['VIEWED', 'SHORTLISTED']);
    }
    await move(employer, applicationId, 'INTERVIEW');
    for (const listener of listeners) {
      expect((await listener.received(3)).map(({ to }) => to)).toEqual([
        'VIEWED',
        'SHORTLISTED',
        'INTERVIEW',
      ]);
      expect(listener.results).toHaveLength(3);
      listener.stop();
    }
  }, 60_000);
});
