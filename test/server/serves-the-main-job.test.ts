import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signUp, signUpWithCompany } from '../support/people.js';
import { apply, move, publishedJob } from '../support/recruitment.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

describe('the main job', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  it('goes from sign-up to both dashboards', async () => {
    const employer = await signUpWithCompany(server);
    const candidate = await signUp(server, 'CANDIDATE');
    const jobId = await publishedJob(employer);
    const applicationId = await apply(candidate, jobId);
    const moved = await move(employer, applicationId, 'INTERVIEW', 'Bon profil');
    expect(moved).toEqual({ application: { id: applicationId, status: 'INTERVIEW' }, userErrors: [] });

    const employerView = await employer.client.data(`{
      dashboard { ... on EmployerDashboard { activeJobs applications interviews responseRate } }
    }`);
    expect(employerView).toEqual({
      dashboard: { activeJobs: 1, applications: 1, interviews: 1, responseRate: 100 },
    });

    const candidateView = await candidate.client.data(`{
      dashboard { ... on CandidateDashboard { applicationsSent publishedJobs interviews profileCompletion } }
    }`);
    expect(candidateView).toEqual({
      dashboard: { applicationsSent: 1, publishedJobs: 1, interviews: 1, profileCompletion: 26 },
    });
  });
});
