import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addTime, DAY } from '../../src/platform/clock.js';
import { colleagueOf } from '../support/members.js';
import { signUp, signUpWithCompany } from '../support/people.js';
import { createJob, publishedJob } from '../support/recruitment.js';
import { signedInNow } from '../support/sign-in-now.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { employerDashboardOf } from './employer-dashboard-query.js';

describe('the next step of an employer', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  it.each(['OWN_JOBS', 'COMPANY'] as const)(
    'is to create a company while there is none, and every figure is zero (%s)',
    async (scope) => {
      const employer = await signUp(server, 'EMPLOYER');
      expect(await employerDashboardOf(employer, scope)).toEqual({
        nextStep: 'CREATE_COMPANY',
        activeJobs: 0,
        activeJobsChange: 0,
        applications: 0,
        applicationsChange: 0,
        interviews: 0,
        interviewsChange: 0,
        responseRate: 0,
        responseRateChange: 0,
        conversionRate: 0,
        meanDaysToInterview: null,
        funnel: ['APPLIED', 'VIEWED', 'SHORTLISTED', 'INTERVIEW', 'ACCEPTED', 'REJECTED', 'WITHDRAWN'].map(
          (status) => ({ status, count: 0, share: 0 }),
        ),
        topJobs: [],
        recentJob: null,
        recentApplication: null,
        recentInterview: null,
        recentInterviewAt: null,
      });
    },
  );

  it('is to create a job in a company without any', async () => {
    const employer = await signUpWithCompany(server);
    expect((await employerDashboardOf(employer)).nextStep).toBe('CREATE_JOB');
  });

  it('is to publish a job when there are only drafts', async () => {
    const employer = await signUpWithCompany(server);
    await createJob(employer);
    expect((await employerDashboardOf(employer)).nextStep).toBe('PUBLISH_JOB');
  });

  it('is nothing once a job is public', async () => {
    const employer = await signUpWithCompany(server);
    await publishedJob(employer);
    expect((await employerDashboardOf(employer)).nextStep).toBeNull();
  });

  it('is nothing for a member who may not create jobs', async () => {
    const employer = await signUpWithCompany(server);
    const colleague = await colleagueOf(server, employer, { canCreateJobs: false });
    expect((await employerDashboardOf(colleague)).nextStep).toBeNull();
  });

  it('follows the jobs in question: own ones, or those of the whole company', async () => {
    const employer = await signUpWithCompany(server);
    const colleague = await colleagueOf(server, employer);
    await publishedJob(employer);
    expect((await employerDashboardOf(colleague)).nextStep).toBe('CREATE_JOB');
    expect((await employerDashboardOf(colleague, 'COMPANY')).nextStep).toBeNull();
  });

  it('is to publish a job again once the only public one has expired', async () => {
    const employer = await signUpWithCompany(server);
    await publishedJob(employer, { expiresAt: addTime(server.clock.now(), DAY).toISOString() });
    server.clock.advance(2 * DAY);
    const later = await signedInNow(server, employer);
    expect((await employerDashboardOf(later)).nextStep).toBe('PUBLISH_JOB');
  });
});
