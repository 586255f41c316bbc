import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { holdTable, untilWaiting } from '../support/hold-table.js';
import { signUpAdmin } from '../support/members.js';
import { signUp, signUpWithCompany, type Person } from '../support/people.js';
import { apply, move, publishedJob } from '../support/recruitment.js';
import { countStatements } from '../support/statement-count.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { EMPLOYER_DASHBOARD } from './employer-dashboard-query.js';

const CANDIDATE_DASHBOARD = `{
  dashboard {
    ... on CandidateDashboard {
      applicationsSent publishedJobs interviews profileCompletion
      recentActivity { application { id status coverLetter } event { from to at actor reason } }
    }
  }
}`;

const ADMIN_DASHBOARD = `{
  dashboard {
    ... on AdminDashboard {
      users activeUsers inactiveUsers usersByRole { role active inactive } companies jobs
      jobsByStatus { status count } applications notifications signUpsOf7Days
    }
  }
}`;

describe('a dashboard', () => {
  let server: TestServer;
  let employer: Person;
  let candidate: Person;
  let admin: Person;
  beforeAll(async () => {
    server = await startTestServer();
    const withCompany = await signUpWithCompany(server);
    employer = withCompany;
    candidate = await signUp(server, 'CANDIDATE');
    admin = await signUpAdmin(server);
    for (let job = 0; job < 6; job++) {
      await move(employer, await apply(candidate, await publishedJob(withCompany)), 'INTERVIEW');
    }
  });
  afterAll(() => server.stop());

  it.each([
    ['an employer', () => employer, EMPLOYER_DASHBOARD, { scope: 'OWN_JOBS' }],
    ['an employer, of the whole company', () => employer, EMPLOYER_DASHBOARD, { scope: 'COMPANY' }],
    ['a candidate', () => candidate, CANDIDATE_DASHBOARD, {}],
    ['an administrator', () => admin, ADMIN_DASHBOARD, {}],
  ])('of %s takes one statement, after one for who is asking', async (_who, person, query, variables) => {
    const statements = await countStatements(() => person().client.data(query, variables));
    expect(statements).toHaveLength(2);
    expect(statements[0]).toContain('from sessions');
    expect(statements[1]).toMatch(/^\s*with /);
  });

  it("shows an employer's top and recent jobs and their titles without a further statement", async () => {
    const statements = await countStatements(() =>
      employer.client.data(`{
        dashboard { ... on EmployerDashboard {
          topJobs { job { id title status } } recentJob { title } recentApplication { status job { title } }
        } }
      }`),
    );
    expect(statements).toHaveLength(2);
  });

  it('of administrators is read once for all who ask while it is read', async () => {
    const release = await holdTable(server.databaseUrl, 'row_counts');
    const statements = await countStatements(async () => {
      const asking = Array.from({ length: 10 }, () => admin.client.data(ADMIN_DASHBOARD));
      await untilWaiting(server.databaseUrl, 1);
      await release();
      const [first, ...others] = await Promise.all(asking);
      expect(new Set(others.map((other) => JSON.stringify(other)))).toEqual(new Set([JSON.stringify(first)]));
    });
    // One is under way, and all who come meanwhile share the next.
    expect(statements.filter((text) => text.includes('row_counts')).length).toBeLessThan(10);
  });

  it.each([
    ['EmployerDashboard', () => employer],
    ['CandidateDashboard', () => candidate],
    ['AdminDashboard', () => admin],
  ])('is an %s for its role, whatever the scope', async (type, person) => {
    for (const scope of ['OWN_JOBS', 'COMPANY']) {
      const data = await person().client.data(
        'query ($scope: DashboardScope!) { dashboard(scope: $scope) { __typename } }',
        { scope },
      );
      expect(data).toEqual({ dashboard: { __typename: type } });
    }
  });

  it('is not for anonymous requests, and costs them nothing', async () => {
    let answer;
    const statements = await countStatements(async () => {
      answer = await server.client().send('{ dashboard { __typename } }');
    });
    expect(answer).toMatchObject({
      data: { dashboard: null },
      errors: [{ path: ['dashboard'], extensions: { code: 'UNAUTHENTICATED' } }],
    });
    expect(statements).toEqual([]);
  });
});
