import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { bringDatabaseBack, takeDatabaseAway } from '../support/on-server.js';
import { NO_REDIS } from '../support/production.js';
import { request } from '../support/raw-request.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { describeWithRedis, redisUrl } from '../support/with-redis.js';

interface Readiness {
  http: number;
  status: string;
  checks: Record<string, string>;
}

async function readiness(server: TestServer): Promise<Readiness> {
  const { status, text } = await request(server, { path: '/readyz' });
  return { http: status, ...(JSON.parse(text) as Omit<Readiness, 'http'>) };
}

const FINE = { server: 'ok', database: 'ok', migrations: 'ok' };

describe('a running server', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startTestServer();
  });
  afterEach(() => server.stop());

  it('is alive and ready', async () => {
    expect(await request(server, { path: '/livez' })).toMatchObject({ status: 200, text: '{"status":"ok"}' });
    expect(await readiness(server)).toEqual({ http: 200, status: 'ok', checks: FINE });
  });

  it('answers the methods of load balancers', async () => {
    for (const path of ['/livez', '/readyz']) {
      expect(await request(server, { method: 'HEAD', path })).toMatchObject({ status: 200, text: '' });
    }
  });

  it('is not ready while a migration is pending, and is again once it has run', async () => {
    await server.db.rows(
      sql<object>`update migrations set name = 'by-another-version' where name like '0009%'`,
    );
    expect(await readiness(server)).toEqual({
      http: 503,
      status: 'unavailable',
      checks: { ...FINE, migrations: 'pending' },
    });
    await server.db.rows(sql<object>`
      update migrations set name = '0009-create-row-counts' where name = 'by-another-version'`);
    expect(await readiness(server)).toMatchObject({ http: 200 });
  });

  it('stays alive but is not ready while the database is away, and comes back with it', async () => {
    await takeDatabaseAway(server);
    expect(await readiness(server)).toEqual({
      http: 503,
      status: 'unavailable',
      checks: { server: 'ok', database: 'unavailable', migrations: 'unavailable' },
    });
    expect((await request(server, { path: '/livez' })).status).toBe(200);
    expect(await server.client().errorCode('{ jobs { totalCount } }')).toBe('INTERNAL_SERVER_ERROR');
    expect(await server.client().data('{ ping }')).toEqual({ ping: 'pong' });

    await bringDatabaseBack(server);
    expect(await readiness(server)).toEqual({ http: 200, status: 'ok', checks: FINE });
    expect(await server.client().data('{ jobs { totalCount } }')).toEqual({ jobs: { totalCount: 0 } });
  });

  it('is not ready when the database does not answer in time', async () => {
    const lock = server.db.transaction(async (em) => {
      await em.getConnection().execute('lock table migrations', [], 'run', em.getTransactionContext());
      return readiness(server);
    });
    expect(await lock).toEqual({
      http: 503,
      status: 'unavailable',
      checks: { ...FINE, migrations: 'unavailable' },
    });
  });

  it('tells nobody what went wrong with the database', async () => {
    await takeDatabaseAway(server);
    const { text } = await request(server, { path: '/readyz' });
    expect(text).not.toMatch(/test_|postgres|127\.0\.0\.1|error/i);
    await bringDatabaseBack(server);
  });
});

describe('a stopping server', () => {
  it('says that it is draining, and goes on serving meanwhile', async () => {
    const server = await startTestServer({ env: { DRAIN_SECONDS: '1' } });
    const stopped = server.stop();
    expect(await readiness(server)).toEqual({
      http: 503,
      status: 'unavailable',
      checks: { ...FINE, server: 'draining' },
    });
    expect((await request(server, { path: '/livez' })).status).toBe(200);
    expect(await server.client().data('{ ping }')).toEqual({ ping: 'pong' });
    await stopped;
    await expect(request(server, { path: '/livez' })).rejects.toThrow('fetch failed');
  });
});

describeWithRedis('a server with Redis', () => {
  it('is ready while Redis answers', async () => {
    const server = await startTestServer({ env: { REDIS_URL: redisUrl } });
    expect(await readiness(server)).toEqual({ http: 200, status: 'ok', checks: { ...FINE, redis: 'ok' } });
    await server.stop();
  });
});

describe('a server whose Redis is away', () => {
  it('is not ready, but serves all the same', async () => {
    const server = await startTestServer({ env: { REDIS_URL: NO_REDIS } });
    expect(await readiness(server)).toEqual({
      http: 503,
      status: 'unavailable',
      checks: { ...FINE, redis: 'unavailable' },
    });
    expect(await server.client().data('{ ping }')).toEqual({ ping: 'pong' });
    await server.stop();
  });
});
