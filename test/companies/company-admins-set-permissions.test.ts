import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { act, failedWith, refusedWith } from '../support/act.js';
import { colleagueOf, employerIdOf, membersOf, signUpAdmin } from '../support/members.js';
import { signUp, signUpWithCompany, type EmployerWithCompany } from '../support/people.js';
import { JOB } from '../support/recruitment.js';
import { tableDigests } from '../support/table-digests.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { uuidIn } from '../support/uuid-in.js';
import { whileWritesFail } from '../support/while-writes-fail.js';

describe('the permissions of members', () => {
  let server: TestServer;
  let admin: EmployerWithCompany;
  let colleague: EmployerWithCompany;
  let colleagueId: string;
  beforeAll(async () => {
    server = await startTestServer();
    admin = await signUpWithCompany(server);
    colleague = await colleagueOf(server, admin);
    colleagueId = await employerIdOf(server, colleague);
  });
  afterAll(() => server.stop());

  const set = (by: EmployerWithCompany, input: Record<string, unknown>) =>
    act(by.client, 'setMemberPermissions', { employerId: colleagueId, ...input });

  it('are set by a company admin and in force at the very next request', async () => {
    expect(await act(colleague.client, 'createJob', JOB)).toMatchObject({ error: undefined, userErrors: [] });
    expect((await set(admin, { canCreateJobs: false })).result).toEqual({
      canCreateJobs: false,
      canManageCandidates: true,
      isCompanyAdmin: false,
    });
    expect(await act(colleague.client, 'createJob', JOB)).toEqual(failedWith('FORBIDDEN'));
    expect(await colleague.client.errorCode('{ companyApplications { totalCount } }')).toBeUndefined();
    await set(admin, { canManageCandidates: false, canCreateJobs: true });
    expect(await colleague.client.errorCode('{ companyApplications { totalCount } }')).toBe('FORBIDDEN');
    expect(await act(colleague.client, 'createJob', JOB)).toMatchObject({ error: undefined, userErrors: [] });
  });

  it('make a second company admin, who may do the same, and take that back', async () => {
    expect(await set(colleague, { canCreateJobs: true })).toEqual(failedWith('FORBIDDEN'));
    await set(admin, { isCompanyAdmin: true });
    expect((await set(colleague, { canManageCandidates: true })).userErrors).toEqual([]);
    await set(admin, { isCompanyAdmin: false });
    expect(await set(colleague, { canManageCandidates: false })).toEqual(failedWith('FORBIDDEN'));
  });

  it('may be changed for oneself, and hold for the rest of the operation', async () => {
    const { first, job } = await admin.client.data<{ first: unknown; job: unknown }>(
      `mutation ($id: ID!, $job: CreateJobInput!) {
        first: setMemberPermissions(input: { employerId: $id, canCreateJobs: false }) { userErrors { code } }
        back: setMemberPermissions(input: { employerId: $id, canCreateJobs: true }) { employer { canCreateJobs } }
        job: createJob(input: $job) { job { status } userErrors { code } }
      }`,
      { id: await employerIdOf(server, admin), job: JOB },
    );
    expect(first).toEqual({ userErrors: [] });
    expect(job).toEqual({ job: { status: 'DRAFT' }, userErrors: [] });
    const { errors } = await admin.client.send(
      `mutation ($id: ID!, $job: CreateJobInput!) {
        setMemberPermissions(input: { employerId: $id, canCreateJobs: false }) { userErrors { code } }
        createJob(input: $job) { job { status } }
      }`,
      { id: await employerIdOf(server, admin), job: JOB },
    );
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    await act(admin.client, 'setMemberPermissions', {
      employerId: await employerIdOf(server, admin),
      canCreateJobs: true,
    });
  });

  it('cannot leave a company without an active admin', async () => {
    const own = { employerId: await employerIdOf(server, admin), isCompanyAdmin: false };
    expect(await act(admin.client, 'setMemberPermissions', own)).toEqual(
      refusedWith('LAST_COMPANY_ADMIN', null),
    );
    const inactive = await colleagueOf(server, admin, { isCompanyAdmin: true });
    await server.db.rows(sql<object>`update users set is_active = false where id = ${uuidIn(inactive.id)}`);
    expect(await act(admin.client, 'setMemberPermissions', own)).toEqual(
      refusedWith('LAST_COMPANY_ADMIN', null),
    );
    const second = await colleagueOf(server, admin, { isCompanyAdmin: true });
    expect((await act(admin.client, 'setMemberPermissions', own)).userErrors).toEqual([]);
    const back = { employerId: own.employerId, isCompanyAdmin: true };
    expect((await act(second.client, 'setMemberPermissions', back)).userErrors).toEqual([]);
  });

  it('cannot be given up by who is alone in the company, and will not be when colleagues join', async () => {
    const alone = await signUpWithCompany(server);
    const own = { employerId: await employerIdOf(server, alone), isCompanyAdmin: false };
    expect(await act(alone.client, 'setMemberPermissions', own)).toEqual(
      refusedWith('LAST_COMPANY_ADMIN', null),
    );
    expect((await membersOf(server, alone.companyId)).get(alone.id)?.isCompanyAdmin).toBe(true);
  });

  it('cannot be given up by two admins at the same time', async () => {
    for (let round = 0; round < 5; round++) {
      const one = await signUpWithCompany(server);
      const two = await colleagueOf(server, one, { isCompanyAdmin: true });
      const outcomes = await Promise.all(
        [one, two].map(async (person) =>
          act(person.client, 'setMemberPermissions', {
            employerId: await employerIdOf(server, person),
            isCompanyAdmin: false,
          }),
        ),
      );
      expect(outcomes.map(({ userErrors }) => userErrors.map(({ code }) => code)).toSorted()).toEqual([
        [],
        ['LAST_COMPANY_ADMIN'],
      ]);
      const admins = [...(await membersOf(server, one.companyId)).values()].filter(
        (member) => member.isCompanyAdmin,
      );
      expect(admins).toHaveLength(1);
    }
  });

  it.each([
    ['nothing to change', {}, 'INVALID', null],
    ['null for a permission', { canCreateJobs: null }, 'INVALID', 'canCreateJobs'],
    ['null for the role', { isCompanyAdmin: null }, 'INVALID', 'isCompanyAdmin'],
  ])('are not set with %s', async (_what, input, code, field) => {
    const before = await tableDigests(server.db);
    expect(await set(admin, input)).toEqual(refusedWith(code, field));
    expect(await tableDigests(server.db)).toEqual(before);
  });

  it('are those of members, not of anybody else', async () => {
    const others = [await signUpWithCompany(server, 'Iroko'), await signUp(server, 'EMPLOYER')];
    const before = await tableDigests(server.db);
    for (const other of others) {
      const employerId = await employerIdOf(server, other);
      expect(await set(admin, { employerId, canCreateJobs: false })).toEqual(
        refusedWith('NOT_FOUND', 'employerId'),
      );
    }
    expect(await set(admin, { employerId: admin.companyId, canCreateJobs: false })).toEqual(
      refusedWith('NOT_FOUND', 'employerId'),
    );
    expect(await tableDigests(server.db)).toEqual(before);
  });

  it('are set by no one but a company admin of the same company', async () => {
    const stranger = await signUpWithCompany(server, 'Iroko');
    const input = { employerId: colleagueId, canCreateJobs: false };
    const attempt = { client: server.client() };
    expect(await act(attempt.client, 'setMemberPermissions', input)).toEqual(failedWith('UNAUTHENTICATED'));
    for (const { client } of [await signUp(server, 'CANDIDATE'), await signUpAdmin(server), colleague]) {
      expect(await act(client, 'setMemberPermissions', input)).toEqual(failedWith('FORBIDDEN'));
    }
    const alone = await signUp(server, 'EMPLOYER');
    expect(await act(alone.client, 'setMemberPermissions', input)).toEqual(failedWith('FORBIDDEN'));
    expect(await act(stranger.client, 'setMemberPermissions', input)).toEqual(
      refusedWith('NOT_FOUND', 'employerId'),
    );
  });
});

describe('handing over the role of company admin', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  it('makes a colleague company admin with every permission, tells them, and leaves an ordinary member', async () => {
    const admin = await signUpWithCompany(server);
    const colleague = await colleagueOf(server, admin, { canCreateJobs: false, canManageCandidates: false });
    const employerId = await employerIdOf(server, colleague);
    const { result } = await act(admin.client, 'handOverCompanyAdmin', { employerId });
    expect(result).toEqual({ id: employerId, isCompanyAdmin: true });
    expect(await membersOf(server, admin.companyId)).toEqual(
      new Map([
        [admin.id, { isCompanyAdmin: false, canCreateJobs: true, canManageCandidates: true }],
        [colleague.id, { isCompanyAdmin: true, canCreateJobs: true, canManageCandidates: true }],
      ]),
    );
    expect(await colleague.client.data('{ notifications { edges { node { type event } } } }')).toEqual({
      notifications: { edges: [{ node: { type: 'SYSTEM', event: 'COMPANY_ADMIN_RECEIVED' } }] },
    });
    expect(await act(admin.client, 'handOverCompanyAdmin', { employerId })).toEqual(failedWith('FORBIDDEN'));
  });

  it('ends with exactly one admin when two do it at the same time', async () => {
    for (let round = 0; round < 6; round++) {
      const one = await signUpWithCompany(server);
      const two = await colleagueOf(server, one, { isCompanyAdmin: true });
      const three = await employerIdOf(server, await colleagueOf(server, one));
      const [idOfOne, idOfTwo] = [await employerIdOf(server, one), await employerIdOf(server, two)];
      const aims = round % 2 === 0 ? [idOfTwo, idOfOne] : [three, three];
      const outcomes = await Promise.all(
        [one, two].map(({ client }, index) =>
          act(client, 'handOverCompanyAdmin', { employerId: aims[index] }),
        ),
      );
      expect(outcomes.map(({ error, userErrors }) => [error, userErrors])).toEqual([
        [undefined, []],
        [undefined, []],
      ]);
      const admins = [...(await membersOf(server, one.companyId)).values()].filter(
        (member) => member.isCompanyAdmin,
      );
      expect(admins).toHaveLength(1);
    }
  });

  it('happens once, however often it is sent at the same time', async () => {
    const admin = await signUpWithCompany(server);
    const colleagues = await Promise.all([1, 2, 3].map(() => colleagueOf(server, admin)));
    const ids = await Promise.all(colleagues.map((colleague) => employerIdOf(server, colleague)));
    const outcomes = await Promise.all(
      ids.map((employerId) => act(admin.client, 'handOverCompanyAdmin', { employerId })),
    );
    expect(outcomes.filter(({ error }) => error === 'FORBIDDEN')).toHaveLength(2);
    const admins = [...(await membersOf(server, admin.companyId)).values()].filter(
      (member) => member.isCompanyAdmin,
    );
    expect(admins).toHaveLength(1);
  });

  it('is refused to oneself, to strangers and to a colleague who could not act', async () => {
    const admin = await signUpWithCompany(server);
    const inactive = await colleagueOf(server, admin);
    await server.db.rows(sql<object>`update users set is_active = false where id = ${uuidIn(inactive.id)}`);
    const stranger = await signUpWithCompany(server, 'Iroko');
    const to = async (person: EmployerWithCompany) =>
      act(admin.client, 'handOverCompanyAdmin', { employerId: await employerIdOf(server, person) });
    const before = await tableDigests(server.db);
    expect(await to(admin)).toEqual(refusedWith('INVALID', 'employerId'));
    expect(await to(stranger)).toEqual(refusedWith('NOT_FOUND', 'employerId'));
    expect(await to(inactive)).toEqual(refusedWith('LAST_COMPANY_ADMIN', null));
    expect(await tableDigests(server.db)).toEqual(before);
  });

  it('is for company admins only', async () => {
    const admin = await signUpWithCompany(server);
    const colleague = await colleagueOf(server, admin);
    const input = { employerId: await employerIdOf(server, colleague) };
    expect(await act(server.client(), 'handOverCompanyAdmin', input)).toEqual(failedWith('UNAUTHENTICATED'));
    for (const { client } of [await signUp(server, 'CANDIDATE'), await signUpAdmin(server), colleague]) {
      expect(await act(client, 'handOverCompanyAdmin', input)).toEqual(failedWith('FORBIDDEN'));
    }
  });

  it('happens whole or not at all', async () => {
    const admin = await signUpWithCompany(server);
    const employerId = await employerIdOf(server, await colleagueOf(server, admin));
    const before = await tableDigests(server.db);
    const outcome = await whileWritesFail(server.db, 'notifications', () =>
      act(admin.client, 'handOverCompanyAdmin', { employerId }),
    );
    expect(outcome).toEqual(failedWith('INTERNAL_SERVER_ERROR'));
    expect(await tableDigests(server.db)).toEqual(before);
  });
});
