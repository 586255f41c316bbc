import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEMO_LOGINS, DEMO_PASSWORD } from '../../src/demo/demo-logins.js';
import { startApiProcess, type ApiProcess } from '../support/api-process.js';
import { GraphqlClient } from '../support/graphql-client.js';

const READY = 'Stop with Ctrl-C';
const SIGN_IN = `mutation ($input: SignInInput!) {
  signIn(input: $input) { accessToken user { role } userErrors { code } }
}`;

describe('a start with nothing configured', () => {
  let dataDir: string;
  let api: ApiProcess;
  let url: string;

  /** Quick hashes; everything else as it comes. */
  const start = async (): Promise<void> => {
    api = startApiProcess({ DATA_DIR: dataDir, PORT: '0', PASSWORD_HASH_COST: '4' });
    await api.says(READY);
    url = /ready at (\S+)/.exec(api.output())?.[1] ?? '';
  };

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'intowork-start-'));
    await start();
  }, 60_000);
  afterAll(async () => {
    api.child.kill('SIGKILL');
    await rm(dataDir, { recursive: true, force: true });
  });

  it('prints a query that works as printed', async () => {
    const body = /-d '(.*)'/.exec(api.output())?.[1] ?? '';
    const { query } = JSON.parse(body) as { query: string };
    const { jobs } = await new GraphqlClient(url).data<{ jobs: { totalCount: number; edges: unknown[] } }>(
      query,
    );
    expect(jobs.totalCount).toBeGreaterThan(100);
    expect(jobs.edges).toHaveLength(3);
  });

  it.each(Object.entries(DEMO_LOGINS))('prints a login for the role %s that works', async (role, email) => {
    expect(api.output()).toContain(email);
    expect(api.output()).toContain(DEMO_PASSWORD);
    const { signIn } = await new GraphqlClient(url).data<{ signIn: { user: { role: string } } }>(SIGN_IN, {
      input: { email, password: DEMO_PASSWORD },
    });
    expect(signIn.user.role).toBe(role.toUpperCase());
  });

  it('refuses a second start on the same folder with one clear line, and harms nothing', async () => {
    const second = startApiProcess({ DATA_DIR: dataDir, PORT: '0' });
    expect(await second.ended).toBe(1);
    expect(second.output().trim().split('\n')).toEqual([
      expect.stringMatching(/^intowork-api: .*already used by process/),
    ]);
    expect(await new GraphqlClient(url).data('{ ping }')).toEqual({ ping: 'pong' });
  }, 30_000);

  it('stops in order on SIGTERM, and has its data and its tokens at the next start', async () => {
    const signIn = await new GraphqlClient(url).data<{ signIn: { accessToken: string } }>(SIGN_IN, {
      input: { email: DEMO_LOGINS.employer, password: DEMO_PASSWORD },
    });
    const name = `Compagnie ${Date.now()}`;
    const lonely = await new GraphqlClient(url).data<{ signUp: { accessToken: string } }>(
      `mutation ($input: SignUpInput!) { signUp(input: $input) { accessToken } }`,
      {
        input: {
          email: 'new@example.org',
          password: DEMO_PASSWORD,
          firstName: 'N',
          lastName: 'N',
          role: 'EMPLOYER',
        },
      },
    );
    await new GraphqlClient(url)
      .signedIn(lonely.signUp.accessToken)
      .data(`mutation ($name: String!) { createCompany(input: { name: $name }) { company { id } } }`, {
        name,
      });

    api.child.kill('SIGTERM');
    expect(await api.ended).toBe(0);
    await start();

    const client = new GraphqlClient(url);
    expect(await client.signedIn(signIn.signIn.accessToken).data('{ me { role } }')).toEqual({
      me: { role: 'EMPLOYER' },
    });
    expect(
      await client.signedIn(lonely.signUp.accessToken).data('{ me { employer { company { name } } } }'),
    ).toEqual({ me: { employer: { company: { name } } } });
  }, 60_000);
});

describe('a start in production', () => {
  it('names every missing setting in a line of its own and ends with code 1', async () => {
    const api = startApiProcess({ NODE_ENV: 'production', PORT: '0' });
    expect(await api.ended).toBe(1);
    const lines = api.output().trim().split('\n');
    expect(lines).toHaveLength(7);
    for (const name of [
      'DATABASE_URL',
      'REDIS_URL',
      'AUTH_SECRET',
      'SMTP_URL',
      'MAIL_FROM',
      'APP_URL',
      'PUBLIC_URL',
    ]) {
      expect(lines).toContainEqual(expect.stringMatching(new RegExp(`^intowork-api: ${name}: `)));
    }
  }, 30_000);

  it('says in one line when the database does not answer', async () => {
    const api = startApiProcess({
      DATABASE_URL: 'postgres://127.0.0.1:1/nowhere',
      PORT: '0',
      LOG_LEVEL: 'silent',
    });
    expect(await api.ended).toBe(1);
    expect(api.output().trim().split('\n')).toEqual([
      expect.stringMatching(/^intowork-api: .*127\.0\.0\.1:1/),
    ]);
  }, 30_000);
});
