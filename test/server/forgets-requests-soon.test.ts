import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApiProcess, type ApiProcess } from '../support/api-process.js';
import { GraphqlClient } from '../support/graphql-client.js';
import { signUpWithCompany, type EmployerWithCompany } from '../support/people.js';
import { publishedJob } from '../support/recruitment.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { until } from '../support/until.js';

const REQUESTS = 600;

/** Three times what is left of each here, most of it by those that ran when a collection came; it was 11,000 to 23,000. */
const MAX_KEPT_BYTES = 2_000;

/**
 * What a request leaves in the old part of the heap stays there until the next collection of everything, and every
 * collection before copies it. See docs/decisions/0015-requests-are-forgotten.md.
 */
describe('what a request needed', () => {
  let database: TestDatabase;
  let api: ApiProcess;
  let url: string;
  let employer: EmployerWithCompany;

  beforeAll(async () => {
    database = await createTestDatabase();
    api = startApiProcess({
      NODE_ENV: 'test',
      // Collections of the young part come every hundred requests or so, and what survives two of them is old.
      NODE_OPTIONS: '--max-semi-space-size=4',
      DATABASE_URL: database.url,
      PORT: '0',
      LOG_LEVEL: 'silent',
      PASSWORD_HASH_COST: '4',
      LIST_CACHE_SECONDS: '0',
      TRUSTED_PROXIES: '127.0.0.1',
    });
    await api.says('/graphql');
    url = /http:\/\/[\w.:]+\/graphql/.exec(api.output())?.[0] ?? '';
    employer = await signUpWithCompany({ client: () => new GraphqlClient(url) });
    for (let count = 0; count < 5; count++) await publishedJob(employer);
  }, 60_000);
  afterAll(async () => {
    api.child.kill('SIGTERM');
    await api.ended;
    await database.drop();
  });

  async function metric(name: string, label: string): Promise<number> {
    const text = await (await fetch(new URL('/metrics', url))).text();
    const line = text
      .split('\n')
      .find((one) => one.startsWith(`intowork_nodejs_${name}{`) && one.includes(label));
    // A kind of collection is not listed before the first of it.
    return Number(line?.split(' ').at(-1) ?? 0);
  }
  const oldBytes = () => metric('heap_space_size_used_bytes', 'space="old"');
  const fullCollections = () => metric('gc_duration_seconds_count', 'kind="major"');

  async function send(query: string, times: number): Promise<void> {
    for (let count = 0; count < times; count++) await employer.client.data(query);
  }

  it.each([
    ['nothing', '{ __typename }'],
    [
      'a list',
      '{ jobs(first: 5) { edges { cursor node { title company { name } hasApplied } } pageInfo { endCursor } } }',
    ],
    ['a dashboard', '{ dashboard { ... on EmployerDashboard { activeJobs recentJob { title } } } }'],
  ])(
    'is forgotten soon after it asked for %s',
    async (_what, query) => {
      await send(query, 200);
      const kept = await until('a stretch without a full collection', async () => {
        const [collectionsBefore, before] = [await fullCollections(), await oldBytes()];
        await send(query, REQUESTS);
        const growth = (await oldBytes()) - before;
        // A collection of everything would have hidden what there was to find.
        return (await fullCollections()) === collectionsBefore ? growth / REQUESTS : undefined;
      });
      expect(kept).toBeLessThan(MAX_KEPT_BYTES);
    },
    60_000,
  );
});
