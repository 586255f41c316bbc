import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { insertJobs } from '../support/job-rows.js';
import { signUpWithCompany } from '../support/people.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

/** PostgreSQL makes five plans before it tries one for all. */
const OFTEN = 8;

describe('a list of jobs', () => {
  let server: TestServer;
  beforeAll(async () => {
    // One connection, so that a look at its prepared statements shows them all.
    server = await startTestServer({ env: { DATABASE_POOL_SIZE: '1' } });
    await insertJobs(
      server,
      await signUpWithCompany(server),
      Array.from({ length: 30 }, () => ({})),
    );
  });
  afterAll(() => server.stop());

  /** How often a kept plan was used for a list of jobs. */
  async function uses(): Promise<number> {
    const row = await server.db.row(sql<{ uses: number }>`
      select coalesce(sum(generic_plans), 0)::int as uses from pg_prepared_statements
      where statement like '%from job_search s%' and statement not like '%pg_prepared_statements%'`);
    return row?.uses ?? NaN;
  }

  async function usesFor(selection: string): Promise<number> {
    const before = await uses();
    for (let time = 0; time < OFTEN; time++) {
      const { errors } = await server.client().send(`{ ${selection} { edges { node { id } } } }`);
      expect(errors).toBeUndefined();
    }
    return (await uses()) - before;
  }

  it.each(['jobs(search: "comptable")', 'jobs(filter: { country: ["CM"] })'])(
    'such as %s is planned anew each time',
    async (selection) => expect(await usesFor(selection)).toBe(0),
  );

  it('is not, when it is of all jobs', async () => expect(await usesFor('jobs')).toBeGreaterThan(0));
});
