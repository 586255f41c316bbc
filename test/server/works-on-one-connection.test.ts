import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signUp, signUpWithCompany, type EmployerWithCompany, type Person } from '../support/people.js';
import { apply, move, publishedJob } from '../support/recruitment.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

/** Whatever asked for a second connection while it holds the first would wait here for ever. */
describe('a server with one connection to the database', () => {
  let server: TestServer;
  let employer: EmployerWithCompany;
  let candidates: Person[];
  let jobId: string;
  beforeAll(async () => {
    server = await startTestServer({ env: { DATABASE_POOL_SIZE: '1' } });
    employer = await signUpWithCompany(server);
    jobId = await publishedJob(employer);
    candidates = await Promise.all(Array.from({ length: 5 }, () => signUp(server, 'CANDIDATE')));
  });
  afterAll(() => server.stop());

  it('serves parallel reads and writes', async () => {
    const applications = await Promise.all(candidates.map((candidate) => apply(candidate, jobId)));
    await Promise.all([
      ...applications.map((application) => move(employer, application, 'INTERVIEW')),
      ...candidates.map(({ client }) =>
        client.data('{ jobs { totalCount edges { node { hasApplied company { name } } } } }'),
      ),
    ]);
    const answer = await employer.client.data('{ dashboard { ... on EmployerDashboard { interviews } } }');
    expect(answer).toEqual({ dashboard: { interviews: 5 } });
  });

  it('serves requests that are refused', async () => {
    const answers = await Promise.all(
      candidates.map(({ client }) =>
        client.data(
          `mutation ($jobId: ID!) { applyToJob(input: { jobId: $jobId }) { userErrors { code } } }`,
          { jobId },
        ),
      ),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set(['{"applyToJob":{"userErrors":[{"code":"ALREADY_APPLIED"}]}}']),
    );
  });
});
