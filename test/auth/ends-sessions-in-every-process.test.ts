import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  clientAt,
  ME,
  REFRESH,
  SIGN_IN,
  SIGN_UP,
  applicant,
  type SessionAnswer,
} from '../support/accounts.js';
import { startApiProcess, type ApiProcess } from '../support/api-process.js';
import type { GraphqlClient } from '../support/graphql-client.js';
import { mySessions, revoke, signOutEverywhere } from '../support/own-sessions.js';
import { PASSWORD } from '../support/people.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { TEST_SECRET } from '../support/test-server.js';
import { describeWithRedis, redisUrl } from '../support/with-redis.js';

/** What the platform promises for another process. */
const AT_ONCE_MS = 5000;

interface Process {
  api: ApiProcess;
  url: string;
}

/** Two whole programs that share nothing but the database and Redis, as behind a load balancer. */
describeWithRedis('a session in two processes', () => {
  let database: TestDatabase;
  let dataDir: string;
  let a: Process;
  let b: Process;

  async function start(): Promise<Process> {
    const api = startApiProcess({
      DATABASE_URL: database.url,
      DATA_DIR: dataDir,
      REDIS_URL: redisUrl,
      AUTH_SECRET: TEST_SECRET,
      PORT: '0',
      PASSWORD_HASH_COST: '4',
      TRUSTED_PROXIES: '127.0.0.1',
    });
    await api.says('Stop with Ctrl-C');
    return { api, url: /ready at (\S+?)\/graphql/.exec(api.output())?.[1] ?? '' };
  }

  beforeAll(async () => {
    database = await createTestDatabase();
    dataDir = await mkdtemp(join(tmpdir(), 'intowork-two-'));
    [a, b] = await Promise.all([start(), start()]);
  }, 120_000);
  afterAll(async () => {
    for (const { api } of [a, b]) {
      api.child.kill('SIGTERM');
      await api.ended;
    }
    await database.drop();
    await rm(dataDir, { recursive: true, force: true });
  }, 120_000);

  const signedIn = (process: Process, accessToken: string | null): GraphqlClient =>
    clientAt(process).signedIn(`${accessToken}`);

  async function refreshAt(process: Process, refreshToken: string | null): Promise<SessionAnswer> {
    const input = { refreshToken };
    return (await clientAt(process).data<{ refreshToken: SessionAnswer }>(REFRESH, { input })).refreshToken;
  }

  /** Somebody with two sessions opened at A. */
  async function onTwoDevices(): Promise<{ owner: SessionAnswer; device: SessionAnswer }> {
    const input = applicant();
    const { signUp } = await clientAt(a).data<{ signUp: SessionAnswer }>(SIGN_UP, { input });
    const { signIn } = await clientAt(a).data<{ signIn: SessionAnswer }>(SIGN_IN, {
      input: { email: input.email, password: PASSWORD },
    });
    return { owner: signUp, device: signIn };
  }

  /** How long B takes to refuse an access token, asked again and again; fails when it takes too long. */
  async function timeToRefusal(accessToken: string | null): Promise<number> {
    const begin = performance.now();
    while (performance.now() - begin < AT_ONCE_MS) {
      if ((await signedIn(b, accessToken).send(ME)).status === 401) return performance.now() - begin;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`process B still serves a session that ended ${AT_ONCE_MS} ms ago at process A`);
  }

  async function expectAlive(accessToken: string | null): Promise<void> {
    expect((await signedIn(b, accessToken).send(ME)).status).toBe(200);
  }

  it('is good at the one when it was opened at the other, and can be refreshed there', async () => {
    const { device } = await onTwoDevices();
    await expectAlive(device.accessToken);
    const { accessToken, userErrors } = await refreshAt(b, device.refreshToken);
    expect(userErrors).toEqual([]);
    expect((await signedIn(a, accessToken).send(ME)).status).toBe(200);
  });

  it('that is revoked at the one is refused at the other within 5 seconds, and not refreshed', async () => {
    const { owner, device } = await onTwoDevices();
    await expectAlive(device.accessToken);
    const sessions = await mySessions(signedIn(b, device.accessToken));
    const sessionId = `${sessions.find(({ isCurrent }) => isCurrent)?.id}`;
    expect((await revoke(signedIn(a, owner.accessToken), sessionId)).userErrors).toEqual([]);

    expect(await timeToRefusal(device.accessToken)).toBeLessThan(AT_ONCE_MS);
    expect((await refreshAt(b, device.refreshToken)).userErrors[0]?.code).toBe('SESSION_ENDED');
    await expectAlive(owner.accessToken);
  });

  it('that is signed out from elsewhere is refused everywhere', async () => {
    const { owner, device } = await onTwoDevices();
    await expectAlive(device.accessToken);
    expect(await signOutEverywhere(signedIn(a, owner.accessToken), 'OTHERS')).toBe(1);
    await timeToRefusal(device.accessToken);
    expect((await refreshAt(b, device.refreshToken)).userErrors[0]?.code).toBe('SESSION_ENDED');
    expect(await signOutEverywhere(signedIn(a, owner.accessToken), 'ALL')).toBe(1);
    await timeToRefusal(owner.accessToken);
    expect((await refreshAt(b, owner.refreshToken)).userErrors[0]?.code).toBe('SESSION_ENDED');
  });

  it('is rotated once by refreshes at both at once, and all get the same answer', async () => {
    const { device } = await onTwoDevices();
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) => refreshAt(index % 2 === 0 ? a : b, device.refreshToken)),
    );
    expect(answers[0]?.userErrors).toEqual([]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });
});
