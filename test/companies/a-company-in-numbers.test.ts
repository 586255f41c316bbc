import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { insertJobs } from '../support/job-rows.js';
import { colleagueOf, signUpAdmin } from '../support/members.js';
import { signUp, signUpWithCompany, type EmployerWithCompany, type Person } from '../support/people.js';
import { apply, publishedJob } from '../support/recruitment.js';
import { countStatements } from '../support/statement-count.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const STATS = 'stats { activeJobs jobs jobsByStatus { status count } applications employers }';
const QUERY = `query ($id: ID!) { company(id: $id) { ${STATS} } }`;

describe('a company in numbers', () => {
  let server: TestServer;
  let employer: EmployerWithCompany;
  let colleague: EmployerWithCompany;
  let admin: Person;
  beforeAll(async () => {
    server = await startTestServer();
    employer = await signUpWithCompany(server);
    colleague = await colleagueOf(server, employer, { canCreateJobs: false, canManageCandidates: false });
    admin = await signUpAdmin(server);
    const now = server.clock.now().toISOString();
    await insertJobs(server, employer, [
      {},
      { expires_at: now },
      { status: 'DRAFT', posted_at: null },
      { status: 'DRAFT', posted_at: null },
      { status: 'ARCHIVED' },
    ]);
    const jobs = [await publishedJob(employer), await publishedJob(employer)];
    const [first, second] = [await signUp(server, 'CANDIDATE'), await signUp(server, 'CANDIDATE')];
    for (const jobId of jobs) await apply(first, jobId);
    const withdrawn = await apply(second, jobs[0] ?? '');
    await second.client.data(
      `mutation { withdrawApplication(input: { applicationId: "${withdrawn}" }) { userErrors { code } } }`,
    );
    // What is another company's does not count.
    const other = await signUpWithCompany(server);
    await apply(first, await publishedJob(other));
  });
  afterAll(() => server.stop());

  async function statsFor({ client }: Pick<Person, 'client'>, id = employer.companyId): Promise<unknown> {
    return (await client.data<{ company: { stats: unknown } }>(QUERY, { id })).company.stats;
  }

  it('is exact, for every member and for administrators', async () => {
    for (const person of [employer, colleague, admin]) {
      expect(await statsFor(person)).toEqual({
        activeJobs: 3,
        jobs: 7,
        jobsByStatus: [
          { status: 'DRAFT', count: 2 },
          { status: 'PUBLISHED', count: 4 },
          { status: 'CLOSED', count: 0 },
          { status: 'ARCHIVED', count: 1 },
        ],
        applications: 3,
        employers: 2,
      });
    }
  });

  it('is nobody else’s business', async () => {
    const others = [
      await signUpWithCompany(server),
      await signUp(server, 'EMPLOYER'),
      await signUp(server, 'CANDIDATE'),
      { client: server.client() },
    ];
    for (const person of others) expect(await statsFor(person)).toBeNull();
  });

  it('is nobody else’s business on any other way to the company', async () => {
    const stranger = await signUpWithCompany(server);
    const { companies, node } = await stranger.client.data<{
      companies: { edges: { node: { id: string; stats: unknown } }[] };
      node: { stats: unknown };
    }>(
      `query ($id: ID!) {
        companies(first: 100) { edges { node { id ${STATS} } } }
        node(id: $id) { ... on Company { ${STATS} } }
      }`,
      { id: employer.companyId },
    );
    expect(node.stats).toBeNull();
    const seen = companies.edges.filter(({ node: { stats } }) => stats !== null);
    expect(seen.map(({ node: { id } }) => id)).toEqual([stranger.companyId]);
  });

  it('is zeros for a company that has just begun', async () => {
    const founder = await signUpWithCompany(server);
    expect(await statsFor(founder, founder.companyId)).toMatchObject({
      activeJobs: 0,
      jobs: 0,
      applications: 0,
      employers: 1,
    });
  });

  it('costs an administrator one statement for all companies of a list', async () => {
    const cost = (first: number) =>
      countStatements(() =>
        admin.client.data(`{ companies(first: ${first}) { edges { node { ${STATS} } } } }`),
      );
    const [one, three] = [await cost(1), await cost(3)];
    expect(three).toHaveLength(one.length);
  });
});
