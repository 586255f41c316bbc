import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MINUTE } from '../../src/platform/clock.js';
import { insertJobs } from '../support/job-rows.js';
import { signUp, signUpWithCompany, type EmployerWithCompany } from '../support/people.js';
import { apply, publishedJob } from '../support/recruitment.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { until } from '../support/until.js';
import { describeWithRedis, redisUrl } from '../support/with-redis.js';

interface Listed {
  id: string;
  applicationsCount: number;
}

async function list(server: TestServer, args = ''): Promise<Listed[]> {
  const { jobs } = await server
    .client()
    .data<{ jobs: { edges: { node: Listed }[] } }>(
      `{ jobs${args} { edges { node { id applicationsCount } } } }`,
    );
  return jobs.edges.map(({ node }) => node);
}

const ids = async (server: TestServer, args?: string): Promise<string[]> =>
  (await list(server, args)).map(({ id }) => id);

describe('the first page of the public jobs', () => {
  let server: TestServer;
  let employer: EmployerWithCompany;
  beforeAll(async () => {
    server = await startTestServer({ env: { LIST_CACHE_SECONDS: '60' } });
    employer = await signUpWithCompany(server);
  });
  afterAll(() => server.stop());

  it('is kept in memory: what is written past the server is not in it until it is too old', async () => {
    await ids(server);
    const [id] = await insertJobs(server, employer, [{}]);
    expect(await ids(server)).not.toContain(id);
    server.clock.advance(MINUTE);
    expect(await ids(server)).toContain(id);
  });

  it('is kept for these arguments only', async () => {
    const id = await publishedJob(employer, { country: 'CM' });
    expect(await ids(server, '(filter: { country: ["CM"] })')).toContain(id);
    expect(await ids(server, '(filter: { country: ["GA"] })')).not.toContain(id);
    expect(await ids(server, '(first: 1)')).toHaveLength(1);
  });

  it('shows at once what was done by way of the server', async () => {
    await ids(server);
    const id = await publishedJob(employer);
    expect(await ids(server)).toContain(id);
  });

  it('counts applications when it is read anew: each of them would be the end of every page', async () => {
    const id = await publishedJob(employer);
    await ids(server);
    await apply(await signUp(server, 'CANDIDATE'), id);
    expect(await list(server)).toContainEqual({ id, applicationsCount: 0 });
    server.clock.advance(MINUTE);
    expect(await list(server)).toContainEqual({ id, applicationsCount: 1 });
  });
});

describeWithRedis('two processes', () => {
  let one: TestServer;
  let other: TestServer;
  beforeAll(async () => {
    const env = { LIST_CACHE_SECONDS: '60', REDIS_URL: redisUrl };
    one = await startTestServer({ env });
    other = await startTestServer({ databaseUrl: one.databaseUrl, env });
  });
  afterAll(async () => {
    await other.stop();
    await one.stop();
  });

  it('tell each other what they have changed', async () => {
    const employer = await signUpWithCompany(one);
    expect(await ids(other)).toEqual([]);
    const id = await publishedJob(employer);
    await until('the other lists the job', async () => (await ids(other)).includes(id));
  });
});
