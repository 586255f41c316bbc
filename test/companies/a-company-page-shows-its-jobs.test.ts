import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { insertJobs } from '../support/job-rows.js';
import { colleagueOf, signUpAdmin } from '../support/members.js';
import { signUp, signUpWithCompany, type EmployerWithCompany } from '../support/people.js';
import { countStatements } from '../support/statement-count.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const HOUR = 3_600_000;

const QUERY = `query ($id: ID!, $first: Int, $after: String) {
  company(id: $id) {
    publishedJobsCount
    jobs(first: $first, after: $after) {
      totalCount edges { cursor node { id title status } } pageInfo { hasNextPage endCursor }
    }
  }
}`;

interface Page {
  company: {
    publishedJobsCount: number;
    jobs: {
      totalCount: number;
      edges: { node: { id: string; title: string; status: string } }[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
    };
  };
}

describe('the page of a company', () => {
  let server: TestServer;
  let employer: EmployerWithCompany;
  beforeAll(async () => {
    server = await startTestServer();
    employer = await signUpWithCompany(server);
    const ago = (hours: number) => new Date(server.clock.now().getTime() - hours * HOUR).toISOString();
    await insertJobs(server, employer, [
      { title: 'Third', posted_at: ago(3) },
      { title: 'First', posted_at: ago(1) },
      { title: 'Second', posted_at: ago(2), expires_at: ago(-1) },
      { title: 'Over', posted_at: ago(9), expires_at: ago(0) },
      { title: 'Draft', status: 'DRAFT', posted_at: null },
      { title: 'Closed', status: 'CLOSED' },
      { title: 'Archived', status: 'ARCHIVED' },
    ]);
    await insertJobs(server, await signUpWithCompany(server), [{ title: 'Of another company' }]);
  });
  afterAll(() => server.stop());

  it('shows what is open to applications and nothing else, to whoever looks', async () => {
    const viewers = [
      employer,
      await colleagueOf(server, employer),
      await signUpAdmin(server),
      await signUp(server, 'CANDIDATE'),
      { client: server.client() },
    ];
    for (const { client } of viewers) {
      const { company } = await client.data<Page>(QUERY, { id: employer.companyId });
      expect(company.publishedJobsCount).toBe(3);
      expect(company.jobs.totalCount).toBe(3);
      expect(company.jobs.edges.map(({ node }) => node.title)).toEqual(['First', 'Second', 'Third']);
    }
  });

  it('shows them page by page', async () => {
    const variables = { id: employer.companyId, first: 2 };
    const { company } = await server.client().data<Page>(QUERY, variables);
    expect(company.jobs.pageInfo.hasNextPage).toBe(true);
    const after = company.jobs.pageInfo.endCursor;
    const next = await server.client().data<Page>(QUERY, { ...variables, after });
    expect(next.company.jobs.edges.map(({ node }) => node.title)).toEqual(['Third']);
  });

  it.each([{ first: 0 }, { first: 101 }, { after: 'no cursor' }])('refuses %j', async (args) => {
    expect(await server.client().errorCode(QUERY, { id: employer.companyId, ...args })).toBe(
      'BAD_USER_INPUT',
    );
  });

  it('shows none of a company that has none', async () => {
    const other = await signUpWithCompany(server);
    const { company } = await server.client().data<Page>(QUERY, { id: other.companyId });
    expect(company).toMatchObject({ publishedJobsCount: 0, jobs: { totalCount: 0, edges: [] } });
  });

  it('costs one statement more for the jobs of all companies, and one for their numbers', async () => {
    for (let count = 0; count < 3; count++) {
      await insertJobs(server, await signUpWithCompany(server, `Company ${count}`), [{}, {}]);
    }
    const cost = (first: number, fields: string) =>
      countStatements(() =>
        server.client().data(`{ companies(first: ${first}) { edges { node { id ${fields} } } } }`),
      );
    const fields = 'publishedJobsCount jobs(first: 2) { totalCount edges { node { id } } }';
    expect(await cost(3, '')).toHaveLength(1);
    expect(await cost(3, fields)).toHaveLength(3);
    expect(await cost(1, fields)).toHaveLength(3);
  });
});
