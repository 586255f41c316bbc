import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { closeExpiredJobs } from '../../src/jobs/close-expired-jobs.js';
import { addTime, DAY } from '../../src/platform/clock.js';
import { insertApplications, insertCandidates } from '../support/application-rows.js';
import { signUpWithCompany } from '../support/people.js';
import { publishedJob } from '../support/recruitment.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { employerDashboardOf, type EmployerDashboardAnswer } from './employer-dashboard-query.js';
import { playSixtyFiveDays, type Story } from './sixty-five-days.js';

describe('the dashboard of an employer after 65 days', () => {
  let server: TestServer;
  let story: Story;
  let own: EmployerDashboardAnswer;
  let company: EmployerDashboardAnswer;
  let colleagues: EmployerDashboardAnswer;

  beforeAll(async () => {
    server = await startTestServer();
    story = await playSixtyFiveDays(server);
    [own, company, colleagues] = await Promise.all([
      employerDashboardOf(story.author),
      employerDashboardOf(story.author, 'COMPANY'),
      employerDashboardOf(story.colleague),
    ]);
  });
  afterAll(() => server.stop());

  it('counts jobs that are public now, and what there were 30 days ago', () => {
    // J1, J2 (closed and published again) and J4; 30 days ago J1 and J3. J5 has expired.
    expect(own).toMatchObject({ activeJobs: 3, activeJobsChange: 1 });
    expect(colleagues).toMatchObject({ activeJobs: 0, activeJobsChange: -1 });
    expect(company).toMatchObject({ activeJobs: 3, activeJobsChange: 0 });
  });

  it('counts an expired job as gone whether or not it has been closed yet', async () => {
    await closeExpiredJobs(server.db, server.clock.now());
    expect(await employerDashboardOf(story.author)).toMatchObject({ activeJobs: 3, activeJobsChange: 1 });
  });

  it('counts applications received, withdrawn and repeated ones too', () => {
    expect(own).toMatchObject({ applications: 9, applicationsChange: 4 });
    expect(colleagues).toMatchObject({ applications: 2, applicationsChange: 0 });
    expect(company).toMatchObject({ applications: 11, applicationsChange: 4 });
  });

  it('counts applications at INTERVIEW, into it and out of it, also backward', () => {
    expect(own).toMatchObject({ interviews: 2, interviewsChange: 1 });
    expect(colleagues).toMatchObject({ interviews: 0, interviewsChange: -1 });
    expect(company).toMatchObject({ interviews: 2, interviewsChange: 0 });
  });

  it('gives the response rate and how many points it moved', () => {
    // 6 of 9 against 3 of 5; 2 of 2 against 1 of 2; 8 of 11 against 4 of 7.
    expect(own).toMatchObject({ responseRate: 67, responseRateChange: 7 });
    expect(colleagues).toMatchObject({ responseRate: 100, responseRateChange: 50 });
    expect(company).toMatchObject({ responseRate: 73, responseRateChange: 16 });
  });

  it('gives the share of applications that were accepted', () => {
    expect([own, colleagues, company].map(({ conversionRate }) => conversionRate)).toEqual([11.1, 0, 9.1]);
  });

  it('takes the days to interview from the history, first interviews of every application', () => {
    // 5, 7, 35 and 5 days; the colleague's took 1.
    const means = [own, colleagues, company].map(({ meanDaysToInterview }) => meanDaysToInterview);
    expect(means).toEqual([13, 1, 10.6]);
  });

  it('lists every status in the order of the process, with its share', () => {
    expect(own.funnel).toEqual([
      { status: 'APPLIED', count: 3, share: 33.3 },
      { status: 'VIEWED', count: 1, share: 11.1 },
      { status: 'SHORTLISTED', count: 0, share: 0 },
      { status: 'INTERVIEW', count: 2, share: 22.2 },
      { status: 'ACCEPTED', count: 1, share: 11.1 },
      { status: 'REJECTED', count: 1, share: 11.1 },
      { status: 'WITHDRAWN', count: 1, share: 11.1 },
    ]);
  });

  it('lists the jobs with most applications first', () => {
    const { J1, J2, J4, J5, K1 } = story.jobs;
    expect(own.topJobs).toEqual([
      { job: { id: J1 }, applications: 5 },
      { job: { id: J4 }, applications: 2 },
      { job: { id: J2 }, applications: 1 },
      { job: { id: J5 }, applications: 1 },
    ]);
    expect(company.topJobs).toEqual([
      { job: { id: J1 }, applications: 5 },
      { job: { id: J4 }, applications: 2 },
      { job: { id: K1 }, applications: 2 },
      { job: { id: J2 }, applications: 1 },
      { job: { id: J5 }, applications: 1 },
    ]);
  });

  it('shows the job, the application and the interview that came last', () => {
    expect(own).toMatchObject({
      recentJob: { id: story.jobs.J5 },
      recentApplication: { id: story.applications.lastReceived },
      recentInterview: { id: story.applications.lastToInterview },
    });
    const fifteenDaysAgo = addTime(server.clock.now(), -15 * DAY).getTime();
    expect(Math.abs(Date.parse(`${own.recentInterviewAt}`) - fifteenDaysAgo)).toBeLessThan(60_000);
  });

  it('asks for nothing to be done first while jobs are public', () => {
    expect([own.nextStep, company.nextStep]).toEqual([null, null]);
  });

  it('tells the colleague, whose only job is closed, to publish one', () => {
    expect(colleagues.nextStep).toBe('PUBLISH_JOB');
  });
});

describe('the response rate of an employer', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  it.each([
    [1, 8, 12],
    [27, 200, 14],
    [5, 8, 62],
  ])('for %i answers to %i applications is %i', async (answered, received, expected) => {
    const employer = await signUpWithCompany(server);
    const jobId = await publishedJob(employer);
    const candidates = await insertCandidates(server, received);
    await insertApplications(
      server,
      candidates.map((candidate, index) => ({
        candidate,
        jobId,
        columns: { status: index < answered ? 'VIEWED' : 'APPLIED' },
      })),
    );
    expect(await employerDashboardOf(employer)).toMatchObject({
      applications: received,
      responseRate: expected,
    });
  });
});
