import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setActive } from '../support/accounts.js';
import { act } from '../support/act.js';
import { DAY } from '../../src/platform/clock.js';
import { signUpAdmin } from '../support/members.js';
import { signUp, signUpWithCompany, type EmployerWithCompany, type Person } from '../support/people.js';
import { apply, createJob, move, publishedJob } from '../support/recruitment.js';
import { forceJobStatus } from '../support/job-rows.js';
import { signedInNow } from '../support/sign-in-now.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

interface Answer {
  users: number;
  activeUsers: number;
  inactiveUsers: number;
  usersByRole: { role: string; active: number; inactive: number }[];
  companies: number;
  jobs: number;
  jobsByStatus: { status: string; count: number }[];
  applications: number;
  notifications: number;
  signUpsOf7Days: number;
}

async function dashboardOf(admin: Person): Promise<Answer> {
  const { dashboard } = await admin.client.data<{ dashboard: Answer }>(`{
    dashboard {
      ... on AdminDashboard {
        users activeUsers inactiveUsers usersByRole { role active inactive } companies
        jobs jobsByStatus { status count } applications notifications signUpsOf7Days
      }
    }
  }`);
  return dashboard;
}

describe('the dashboard of an administrator', () => {
  let server: TestServer;
  let admin: Person;
  beforeAll(async () => {
    server = await startTestServer();
    admin = await signUpAdmin(server);
  });
  afterAll(() => server.stop());

  it('lists every role and status on an empty platform', async () => {
    expect(await dashboardOf(admin)).toEqual({
      users: 1,
      activeUsers: 1,
      inactiveUsers: 0,
      usersByRole: [
        { role: 'CANDIDATE', active: 0, inactive: 0 },
        { role: 'EMPLOYER', active: 0, inactive: 0 },
        { role: 'ADMIN', active: 1, inactive: 0 },
      ],
      companies: 0,
      jobs: 0,
      jobsByStatus: ['DRAFT', 'PUBLISHED', 'CLOSED', 'ARCHIVED'].map((status) => ({ status, count: 0 })),
      applications: 0,
      notifications: 0,
      signUpsOf7Days: 1,
    });
  });

  describe('of a platform at work', () => {
    let employer: EmployerWithCompany;
    beforeAll(async () => {
      employer = await signUpWithCompany(server);
      await signUpWithCompany(server);
      const candidates = await Promise.all(Array.from({ length: 3 }, () => signUp(server, 'CANDIDATE')));
      await setActive(server, candidates[2]?.email ?? '', false);
      await setActive(server, (await signUp(server, 'EMPLOYER')).email, false);
      await createJob(employer);
      const [open, closed, archived] = [
        await publishedJob(employer),
        await publishedJob(employer),
        await publishedJob(employer),
      ];
      const applications = await Promise.all(
        candidates.slice(0, 2).flatMap((candidate) => [open, closed].map((job) => apply(candidate, job))),
      );
      await move(employer, applications[0] ?? '', 'REJECTED');
      await act(employer.client, 'closeJob', { jobId: closed });
      await forceJobStatus(server, archived, 'ARCHIVED');
    });

    it('counts users by role and whether they may sign in', async () => {
      expect(await dashboardOf(admin)).toMatchObject({
        users: 7,
        activeUsers: 5,
        inactiveUsers: 2,
        usersByRole: [
          { role: 'CANDIDATE', active: 2, inactive: 1 },
          { role: 'EMPLOYER', active: 2, inactive: 1 },
          { role: 'ADMIN', active: 1, inactive: 0 },
        ],
      });
    });

    it('counts companies, jobs by status, applications and notifications', async () => {
      expect(await dashboardOf(admin)).toMatchObject({
        companies: 2,
        jobs: 4,
        jobsByStatus: [
          { status: 'DRAFT', count: 1 },
          { status: 'PUBLISHED', count: 1 },
          { status: 'CLOSED', count: 1 },
          { status: 'ARCHIVED', count: 1 },
        ],
        applications: 4,
        // Four to the author, one to the candidate whose application was rejected.
        notifications: 5,
      });
    });

    it('counts who signed up in the last 7 times 24 hours', async () => {
      server.clock.advance(6.5 * DAY);
      await signUp(server, 'CANDIDATE');
      expect((await dashboardOf(await signedInNow(server, admin))).signUpsOf7Days).toBe(8);
      server.clock.advance(DAY);
      expect((await dashboardOf(await signedInNow(server, admin))).signUpsOf7Days).toBe(1);
    });
  });
});
