import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accountAct } from '../support/account-acts.js';
import { act, failedWith, refusedWith } from '../support/act.js';
import { colleagueOf, employerIdOf, leaveCompany, membersOf, signUpAdmin } from '../support/members.js';
import { PASSWORD, signUp, signUpWithCompany, type Person } from '../support/people.js';
import { apply, createJob, JOB, publishedJob } from '../support/recruitment.js';
import { tableDigests } from '../support/table-digests.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { whileWritesFail } from '../support/while-writes-fail.js';

const LEFT = { error: undefined, userErrors: [], result: { company: null } };

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const adminsOf = async (companyId: string) =>
  [...(await membersOf(server, companyId)).values()].filter(({ isCompanyAdmin }) => isCompanyAdmin);

describe('leaving a company', () => {
  it('ends what a member may do there, and leaves them free to found another', async () => {
    const admin = await signUpWithCompany(server);
    const colleague = await colleagueOf(server, admin, { canCreateJobs: false });
    expect(await leaveCompany(colleague)).toEqual(LEFT);
    expect(await act(colleague.client, 'createJob', JOB)).toEqual(refusedWith('COMPANY_REQUIRED', null));
    expect(await colleague.client.errorCode('{ companyApplications { totalCount } }')).toBe('FORBIDDEN');
    expect([...(await membersOf(server, admin.companyId)).keys()]).toEqual([admin.id]);
    expect(await act(colleague.client, 'createCompany', { name: 'Nouvelle' })).toMatchObject({
      userErrors: [],
    });
  });

  it('holds for the rest of the same operation', async () => {
    const admin = await signUpWithCompany(server);
    expect(
      await admin.client.data(
        `mutation ($job: CreateJobInput!) {
          leaveCompany { userErrors { code } }
          createJob(input: $job) { userErrors { code } }
          createCompany(input: { name: "Autre" }) { userErrors { code } }
          again: createJob(input: $job) { job { company { name } } userErrors { code } }
        }`,
        { job: JOB },
      ),
    ).toEqual({
      leaveCompany: { userErrors: [] },
      createJob: { userErrors: [{ code: 'COMPANY_REQUIRED' }] },
      createCompany: { userErrors: [] },
      again: { job: { company: { name: 'Autre' } }, userErrors: [] },
    });
  });

  it('leaves jobs and applications to the company, and shows the one who left nothing of them', async () => {
    const admin = await signUpWithCompany(server);
    const author = await colleagueOf(server, admin);
    const jobId = await publishedJob(author);
    const draft = await createJob(author);
    const applicationId = await apply(await signUp(server, 'CANDIDATE'), jobId);
    expect(await leaveCompany(author)).toEqual(LEFT);
    await act(author.client, 'createCompany', { name: 'Nouvelle' });

    expect(await author.client.errorCode('query ($id: ID!) { job(id: $id) { id } }', { id: draft })).toBe(
      'NOT_FOUND',
    );
    expect(await act(author.client, 'closeJob', { jobId })).toEqual(failedWith('FORBIDDEN'));
    expect(await act(author.client, 'moveApplication', { applicationId, to: 'INTERVIEW' })).toEqual(
      refusedWith('NOT_FOUND', 'applicationId'),
    );
    for (const scope of ['OWN_JOBS', 'COMPANY']) {
      expect(
        await author.client.data(`{ dashboard(scope: ${scope}) { ... on EmployerDashboard {
          activeJobs applications nextStep topJobs { applications } recentJob { id } recentApplication { id }
        } } }`),
      ).toEqual({
        dashboard: {
          activeJobs: 0,
          applications: 0,
          nextStep: 'CREATE_JOB',
          topJobs: [],
          recentJob: null,
          recentApplication: null,
        },
      });
    }
    const { exportMyData } = await author.client.data<{ exportMyData: { jobs: unknown[] } }>(
      '{ exportMyData }',
    );
    expect(exportMyData.jobs).toEqual([]);

    expect(
      (await act(admin.client, 'moveApplication', { applicationId, to: 'INTERVIEW' })).userErrors,
    ).toEqual([]);
    expect((await act(admin.client, 'publishJob', { jobId: draft })).userErrors).toEqual([]);
  });

  it('ends the notifications about its jobs', async () => {
    const admin = await signUpWithCompany(server);
    const author = await colleagueOf(server, admin);
    const jobId = await publishedJob(author);
    const told = async () =>
      (
        await author.client.data<{ notifications: { totalCount: number } }>(
          '{ notifications { totalCount } }',
        )
      ).notifications.totalCount;
    await apply(await signUp(server, 'CANDIDATE'), jobId);
    expect(await told()).toBe(1);
    await leaveCompany(author);
    await apply(await signUp(server, 'CANDIDATE'), jobId);
    expect(await told()).toBe(1);
  });

  it('is refused to the only admin while there are other members, and open to the last one', async () => {
    const admin = await signUpWithCompany(server);
    const colleague = await colleagueOf(server, admin);
    expect(await leaveCompany(admin)).toEqual(refusedWith('LAST_COMPANY_ADMIN', null));
    await act(admin.client, 'handOverCompanyAdmin', { employerId: await employerIdOf(server, colleague) });
    expect(await leaveCompany(admin)).toEqual(LEFT);
    expect(await leaveCompany(colleague)).toEqual(LEFT);
    expect(await membersOf(server, admin.companyId)).toEqual(new Map());
  });

  it('is for employers who belong to one', async () => {
    expect(await leaveCompany(await signUp(server, 'EMPLOYER'))).toEqual(
      refusedWith('COMPANY_REQUIRED', null),
    );
    expect(await leaveCompany(await signUp(server, 'CANDIDATE'))).toEqual(failedWith('FORBIDDEN'));
    expect(await leaveCompany(await signUpAdmin(server))).toEqual(failedWith('FORBIDDEN'));
    expect(await leaveCompany({ client: server.client() })).toEqual(failedWith('UNAUTHENTICATED'));
  });
});

describe('two who go at the same time', () => {
  it('are not both the admins of the others', async () => {
    for (let round = 0; round < 6; round++) {
      const one = await signUpWithCompany(server);
      const two = await colleagueOf(server, one, { isCompanyAdmin: true });
      await colleagueOf(server, one);
      const outcomes = await Promise.all([leaveCompany(one), leaveCompany(two)]);
      expect(outcomes).toContainEqual(LEFT);
      expect(outcomes).toContainEqual(refusedWith('LAST_COMPANY_ADMIN', null));
      expect(await adminsOf(one.companyId)).toHaveLength(1);
    }
  });

  it('do not take the role with them that one of them is just given', async () => {
    for (let round = 0; round < 6; round++) {
      const admin = await signUpWithCompany(server);
      const successor = await colleagueOf(server, admin);
      await colleagueOf(server, admin);
      const employerId = await employerIdOf(server, successor);
      const goes = (person: Person): Promise<unknown> =>
        round % 2 === 0
          ? leaveCompany(person)
          : accountAct(person.client, 'deleteAccount', { currentPassword: PASSWORD });
      const [handedOver, gone] = await Promise.all([
        act(admin.client, 'handOverCompanyAdmin', { employerId }),
        goes(successor),
      ]);
      // Whoever comes second is refused.
      const codes = JSON.stringify([handedOver, gone]);
      expect(codes).toMatch(/NOT_FOUND|LAST_COMPANY_ADMIN/);
      expect(codes).not.toContain('INTERNAL_SERVER_ERROR');
      expect(await adminsOf(admin.companyId)).toHaveLength(1);
    }
  });

  it('are not both removed by each other', async () => {
    for (let round = 0; round < 4; round++) {
      const one = await signUpWithCompany(server);
      const two = await colleagueOf(server, one, { isCompanyAdmin: true });
      const [idOfOne, idOfTwo] = [await employerIdOf(server, one), await employerIdOf(server, two)];
      const outcomes = await Promise.all([
        act(one.client, 'removeMember', { employerId: idOfTwo }),
        act(two.client, 'removeMember', { employerId: idOfOne }),
      ]);
      expect(outcomes.filter(({ result }) => result !== null)).toHaveLength(1);
      expect(outcomes).toContainEqual(failedWith('FORBIDDEN'));
      expect(await adminsOf(one.companyId)).toHaveLength(1);
    }
  });
});

describe('removing a member', () => {
  it('takes them out at once and tells them', async () => {
    const admin = await signUpWithCompany(server);
    const colleague = await colleagueOf(server, admin);
    const employerId = await employerIdOf(server, colleague);
    expect((await act(admin.client, 'removeMember', { employerId })).result).toBe(employerId);
    expect(await act(colleague.client, 'createJob', JOB)).toEqual(refusedWith('COMPANY_REQUIRED', null));
    expect(
      await colleague.client.data(
        '{ me { employer { company { id } } } notifications { edges { node { event } } } }',
      ),
    ).toEqual({
      me: { employer: { company: null } },
      notifications: { edges: [{ node: { event: 'REMOVED_FROM_COMPANY' } }] },
    });
    expect(await act(admin.client, 'removeMember', { employerId })).toEqual(
      refusedWith('NOT_FOUND', 'employerId'),
    );
  });

  it('may take another admin out, but nobody themselves', async () => {
    const admin = await signUpWithCompany(server);
    const second = await colleagueOf(server, admin, { isCompanyAdmin: true });
    const own = await employerIdOf(server, admin);
    expect(await act(admin.client, 'removeMember', { employerId: own })).toEqual(
      refusedWith('INVALID', 'employerId'),
    );
    const other = await employerIdOf(server, second);
    expect((await act(admin.client, 'removeMember', { employerId: other })).userErrors).toEqual([]);
  });

  it('is for company admins of the same company', async () => {
    const admin = await signUpWithCompany(server);
    const colleague = await colleagueOf(server, admin);
    const input = { employerId: await employerIdOf(server, colleague) };
    const stranger = await signUpWithCompany(server, 'Iroko');
    const before = await tableDigests(server.db);
    expect(await act(stranger.client, 'removeMember', input)).toEqual(refusedWith('NOT_FOUND', 'employerId'));
    expect(await act(colleague.client, 'removeMember', input)).toEqual(failedWith('FORBIDDEN'));
    expect(await act(server.client(), 'removeMember', input)).toEqual(failedWith('UNAUTHENTICATED'));
    expect(await tableDigests(server.db)).toEqual(before);
    for (const { client } of [await signUp(server, 'CANDIDATE'), await signUpAdmin(server)]) {
      expect(await act(client, 'removeMember', input)).toEqual(failedWith('FORBIDDEN'));
    }
  });

  it('happens whole or not at all', async () => {
    const admin = await signUpWithCompany(server);
    const input = { employerId: await employerIdOf(server, await colleagueOf(server, admin)) };
    const before = await tableDigests(server.db);
    const outcome = await whileWritesFail(server.db, 'notifications', () =>
      act(admin.client, 'removeMember', input),
    );
    expect(outcome).toEqual(failedWith('INTERNAL_SERVER_ERROR'));
    expect(await tableDigests(server.db)).toEqual(before);
  });
});
