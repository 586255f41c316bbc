import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { act } from '../support/act.js';
import { signUp, signUpWithCompany, type EmployerWithCompany, type Person } from '../support/people.js';
import { apply, createJob, move, publishedJob } from '../support/recruitment.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { Timeline } from '../support/timeline.js';

interface Activity {
  application: { id: string; status: string };
  event: { from: string | null; to: string; actor: string; reason: string | null; at: string };
}

interface Answer {
  applicationsSent: number;
  publishedJobs: number;
  interviews: number;
  recentActivity: Activity[];
}

async function dashboardOf(candidate: Person): Promise<Answer> {
  const { dashboard } = await candidate.client.data<{ dashboard: Answer }>(`{
    dashboard {
      ... on CandidateDashboard {
        applicationsSent publishedJobs interviews
        recentActivity { application { id status } event { from to actor reason at } }
      }
    }
  }`);
  return dashboard;
}

describe('the dashboard of a candidate', () => {
  let server: TestServer;
  let employer: EmployerWithCompany;
  let time: Timeline;
  beforeAll(async () => {
    server = await startTestServer();
    time = new Timeline(server);
    employer = await signUpWithCompany(server);
  });
  afterAll(() => server.stop());

  it('is all zeros for somebody who has just signed up', async () => {
    const newcomer = await signUp(server, 'CANDIDATE');
    expect(await dashboardOf(newcomer)).toEqual({
      applicationsSent: 0,
      publishedJobs: 0,
      interviews: 0,
      recentActivity: [],
    });
  });

  it('counts jobs of the whole platform that are public now, and no others', async () => {
    const another = await signUpWithCompany(server, 'Boulangerie du Port');
    const candidate = await signUp(server, 'CANDIDATE');
    await createJob(employer);
    await publishedJob(employer);
    await publishedJob(another);
    const closed = await publishedJob(another);
    await act(another.client, 'closeJob', { jobId: closed });
    await publishedJob(employer, {
      expiresAt: new Date(server.clock.now().getTime() + 60_000).toISOString(),
    });
    expect((await dashboardOf(candidate)).publishedJobs).toBe(3);
    server.clock.advance(61_000);
    expect((await dashboardOf(candidate)).publishedJobs).toBe(2);
  });

  it('counts own applications, withdrawn and rejected ones too, and those at INTERVIEW', async () => {
    const [candidate, somebodyElse] = await Promise.all([
      signUp(server, 'CANDIDATE'),
      signUp(server, 'CANDIDATE'),
    ]);
    const jobs = await Promise.all(Array.from({ length: 5 }, () => publishedJob(employer)));
    const applications = await Promise.all(jobs.map((jobId) => apply(candidate, jobId)));
    const [first = '', second = '', third = '', fourth = ''] = applications;
    await move(employer, first, 'INTERVIEW');
    await move(employer, second, 'INTERVIEW');
    await move(employer, second, 'REJECTED');
    await move(employer, third, 'INTERVIEW');
    await act(candidate.client, 'withdrawApplication', { applicationId: fourth });
    await move(employer, await apply(somebodyElse, jobs[0] ?? ''), 'INTERVIEW');

    expect(await dashboardOf(candidate)).toMatchObject({ applicationsSent: 5, interviews: 2 });
    expect(await dashboardOf(somebodyElse)).toMatchObject({ applicationsSent: 1, interviews: 1 });
  });

  it('lists the last ten changes of own applications, newest first', async () => {
    const signedUp = await signUp(server, 'CANDIDATE');
    const [one, other] = [await publishedJob(employer), await publishedJob(employer)];
    const first = await apply(signedUp, one);
    const second = await apply(signedUp, other);
    await apply(await signUp(server, 'CANDIDATE'), one);
    const moves = [
      'VIEWED',
      'SHORTLISTED',
      'VIEWED',
      'INTERVIEW',
      'APPLIED',
      'VIEWED',
      'INTERVIEW',
      'ACCEPTED',
    ];
    for (const to of moves) await move(employer, first, to, `To ${to}`);
    time.goTo(1);
    const candidate = await time.today(signedUp);
    await act(candidate.client, 'withdrawApplication', { applicationId: second, reason: 'Autre poste' });

    const { recentActivity } = await dashboardOf(candidate);
    const [last, ...before] = recentActivity;
    expect(last).toEqual({
      application: { id: second, status: 'WITHDRAWN' },
      event: {
        from: 'APPLIED',
        to: 'WITHDRAWN',
        actor: 'CANDIDATE',
        reason: 'Autre poste',
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      },
    });
    expect(
      before.map(({ application, event }) => [application.id, event.from, event.to, event.reason]),
    ).toEqual([
      [first, 'INTERVIEW', 'ACCEPTED', 'To ACCEPTED'],
      [first, 'VIEWED', 'INTERVIEW', 'To INTERVIEW'],
      [first, 'APPLIED', 'VIEWED', 'To VIEWED'],
      [first, 'INTERVIEW', 'APPLIED', 'To APPLIED'],
      [first, 'VIEWED', 'INTERVIEW', 'To INTERVIEW'],
      [first, 'SHORTLISTED', 'VIEWED', 'To VIEWED'],
      [first, 'VIEWED', 'SHORTLISTED', 'To SHORTLISTED'],
      [first, 'APPLIED', 'VIEWED', 'To VIEWED'],
      [second, null, 'APPLIED', null],
    ]);
    expect(recentActivity).toHaveLength(10);
  });
});
