import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { globalId } from '../../src/graphql/ids.js';
import { act, refusedWith } from '../support/act.js';
import { notificationsOf } from '../support/application-rows.js';
import { auditOf } from '../support/audit-rows.js';
import { colleagueOf, employerIdOf, membersOf, signUpAdmin } from '../support/members.js';
import { signUp, signUpWithCompany, type EmployerWithCompany, type Person } from '../support/people.js';
import { tableDigests } from '../support/table-digests.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { uuidIn } from '../support/uuid-in.js';
import { whileWritesFail } from '../support/while-writes-fail.js';

describe('an administrator', () => {
  let server: TestServer;
  let admin: Person;
  beforeAll(async () => {
    server = await startTestServer();
    admin = await signUpAdmin(server);
  });
  afterAll(() => server.stop());

  const appoint = (employerId: string) =>
    act<{ id: string }>(admin.client, 'appointCompanyAdmin', { employerId });

  /** A company whose only admin has been shut out, and the member who is left. */
  async function leftBehind(): Promise<{
    member: EmployerWithCompany;
    id: string;
    gone: EmployerWithCompany;
  }> {
    const gone = await signUpWithCompany(server);
    const member = await colleagueOf(server, gone, { canCreateJobs: false });
    await act(admin.client, 'deactivateUser', { userId: gone.id });
    return { gone, member, id: await employerIdOf(server, member) };
  }

  it('appoints an admin for a company whose only one was shut out, who may do all from then on', async () => {
    const { member, id, gone } = await leftBehind();
    expect(await appoint(id)).toEqual({
      error: undefined,
      userErrors: [],
      result: { id, isCompanyAdmin: true, canCreateJobs: true, canManageCandidates: true },
    });
    expect((await act(member.client, 'updateCompany', { name: 'Moabi' })).userErrors).toEqual([]);
    expect((await notificationsOf(server, member)).map(({ payload }) => payload)).toEqual([
      { event: 'COMPANY_ADMIN_RECEIVED' },
    ]);
    expect(await auditOf(server, 'COMPANY_ADMIN_APPOINTED', gone.companyId)).toEqual([
      { actor: uuidIn(admin.id), details: { employerId: id } },
    ]);
    expect((await membersOf(server, gone.companyId)).get(gone.id)?.isCompanyAdmin).toBe(true);
  });

  it('appoints once, however often it is sent at the same time', async () => {
    const { member, id } = await leftBehind();
    const answers = await Promise.all([1, 2, 3].map(() => appoint(id)));
    expect(answers.map(({ userErrors, result }) => [userErrors, result?.id])).toEqual([
      [[], id],
      [[], id],
      [[], id],
    ]);
    expect(await auditOf(server, 'COMPANY_ADMIN_APPOINTED', member.companyId)).toHaveLength(1);
    expect(await notificationsOf(server, member)).toHaveLength(1);
  });

  it('appoints nobody who is no member, or could not act', async () => {
    const { gone, member } = await leftBehind();
    const shutOut = await colleagueOf(server, member);
    await act(admin.client, 'deactivateUser', { userId: shutOut.id });
    const alone = await signUp(server, 'EMPLOYER');
    const cases: [string, string][] = [
      [await employerIdOf(server, alone), 'NOT_FOUND'],
      [globalId('Employer', uuidv7()), 'NOT_FOUND'],
      [gone.companyId, 'NOT_FOUND'],
      ['nothing', 'NOT_FOUND'],
      [await employerIdOf(server, shutOut), 'INVALID'],
    ];
    const before = await tableDigests(server.db);
    for (const [employerId, code] of cases) {
      expect(await appoint(employerId)).toEqual(refusedWith(code, 'employerId'));
    }
    expect(await tableDigests(server.db)).toEqual(before);
  });

  it('appoints and tells of it, or neither', async () => {
    const { id, member } = await leftBehind();
    for (const table of ['audit_log', 'notifications']) {
      const before = await tableDigests(server.db);
      await whileWritesFail(server.db, table, async () => {
        expect((await appoint(id)).error).toBe('INTERNAL_SERVER_ERROR');
      });
      expect(await tableDigests(server.db)).toEqual(before);
    }
    expect((await membersOf(server, member.companyId)).get(member.id)?.isCompanyAdmin).toBe(false);
  });
});
