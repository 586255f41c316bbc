import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { colleagueOf } from '../support/members.js';
import { signUp, signUpWithCompany, type EmployerWithCompany } from '../support/people.js';
import { apply, move, publishedJob } from '../support/recruitment.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { employerDashboardOf } from './employer-dashboard-query.js';

describe('the dashboard of a member who may not manage candidates', () => {
  let server: TestServer;
  let manager: EmployerWithCompany;
  let member: EmployerWithCompany;
  let jobId: string;
  let applicationId: string;

  beforeAll(async () => {
    server = await startTestServer();
    manager = await signUpWithCompany(server);
    member = await colleagueOf(server, manager, { canManageCandidates: false });
    jobId = await publishedJob(member);
    applicationId = await apply(await signUp(server, 'CANDIDATE'), jobId);
    await move(manager, applicationId, 'INTERVIEW');
  });
  afterAll(() => server.stop());

  it.each(['OWN_JOBS', 'COMPANY'] as const)(
    'shows figures and jobs, but no application (%s)',
    async (scope) => {
      expect(await employerDashboardOf(member, scope)).toMatchObject({
        activeJobs: 1,
        applications: 1,
        interviews: 1,
        responseRate: 100,
        topJobs: [{ job: { id: jobId }, applications: 1 }],
        recentJob: { id: jobId },
        recentApplication: null,
        recentInterview: null,
        recentInterviewAt: null,
      });
    },
  );

  it('shows the same company with its applications to a colleague who may', async () => {
    expect(await employerDashboardOf(manager, 'COMPANY')).toMatchObject({
      recentApplication: { id: applicationId },
      recentInterview: { id: applicationId },
      recentInterviewAt: expect.any(String),
    });
  });
});
