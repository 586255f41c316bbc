import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { globalId } from '../../src/graphql/ids.js';
import { holds } from '../support/accounts.js';
import { act, failedWith, refusedWith } from '../support/act.js';
import { notificationsOf } from '../support/application-rows.js';
import { auditOf } from '../support/audit-rows.js';
import { completedCv } from '../support/cvs.js';
import { colleagueOf, signUpAdmin } from '../support/members.js';
import { signUp, signUpWithCompany, type EmployerWithCompany, type Person } from '../support/people.js';
import { addNote, apply, createJob, move, publishedJob } from '../support/recruitment.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { uuidIn } from '../support/uuid-in.js';
import { whileWritesFail } from '../support/while-writes-fail.js';

const COMPANY = 'query ($id: ID!) { company(id: $id) { id verifiedAt } }';

describe('an administrator', () => {
  let server: TestServer;
  let admin: Person;
  let employer: EmployerWithCompany;
  let companyId: string;
  beforeEach(async () => {
    server = await startTestServer();
    admin = await signUpAdmin(server);
    employer = await signUpWithCompany(server);
    ({ companyId } = employer);
  });
  afterEach(() => server.stop());

  const count = async (table: string): Promise<number | undefined> =>
    (await server.db.row(sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`))?.n;

  it('verifies a company for everybody to see, and takes that back', async () => {
    const { result } = await act<{ verifiedAt: string }>(admin.client, 'verifyCompany', { companyId });
    expect(result?.verifiedAt).toMatch(/^\d{4}-.*Z$/);
    expect(await server.client().data(COMPANY, { id: companyId })).toEqual({
      company: { id: companyId, verifiedAt: result?.verifiedAt },
    });
    expect(await act(admin.client, 'unverifyCompany', { companyId })).toMatchObject({
      result: { verifiedAt: null },
    });
    for (const action of ['COMPANY_VERIFIED', 'COMPANY_UNVERIFIED']) {
      expect(await auditOf(server, action, companyId)).toEqual([{ actor: uuidIn(admin.id), details: {} }]);
    }
  });

  it('changes and records nothing by verifying again, or taking back what was not given', async () => {
    await act(admin.client, 'unverifyCompany', { companyId });
    const first = await act<{ verifiedAt: string }>(admin.client, 'verifyCompany', { companyId });
    server.clock.advance(60_000);
    const again = await Promise.all([1, 2, 3].map(() => act(admin.client, 'verifyCompany', { companyId })));
    expect(again).toEqual([first, first, first]);
    expect(await auditOf(server, 'COMPANY_VERIFIED', companyId)).toHaveLength(1);
    expect(await auditOf(server, 'COMPANY_UNVERIFIED', companyId)).toEqual([]);
  });

  it.each(['verifyCompany', 'unverifyCompany', 'deleteCompany'] as const)(
    'cannot %s where there is no company',
    async (name) => {
      for (const id of [globalId('Company', uuidv7()), employer.id, 'nothing']) {
        expect(await act(admin.client, name, { companyId: id })).toEqual(
          refusedWith('NOT_FOUND', 'companyId'),
        );
      }
    },
  );

  it('deletes a company with its jobs and their applications, and leaves its people', async () => {
    const candidate = await signUp(server, 'CANDIDATE');
    const cv = await completedCv(candidate);
    const jobId = await publishedJob(employer);
    await createJob(employer);
    const applicationId = await apply(candidate, jobId);
    await addNote(employer, applicationId);
    await move(employer, applicationId, 'INTERVIEW');
    expect(await act(admin.client, 'deleteCompany', { companyId })).toEqual({
      error: undefined,
      userErrors: [],
      result: companyId,
    });
    expect(await server.client().errorCode(COMPANY, { id: companyId })).toBe('NOT_FOUND');
    const gone = [
      'companies',
      'jobs',
      'job_events',
      'job_search',
      'applications',
      'application_events',
      'application_notes',
    ];
    expect(await Promise.all(gone.map(count))).toEqual(gone.map(() => 0));
    expect(await holds(server, employer.accessToken)).toBe(true);
    expect(await candidate.client.data('query ($id: ID!) { node(id: $id) { id } }', { id: cv })).toEqual({
      node: { id: cv },
    });
    expect(await auditOf(server, 'COMPANY_DELETED', companyId)).toEqual([
      { actor: uuidIn(admin.id), details: { name: 'Okoumé Bois', jobs: '2' } },
    ]);
    expect(await act(admin.client, 'deleteCompany', { companyId })).toEqual(
      refusedWith('NOT_FOUND', 'companyId'),
    );
  });

  it('tells the members, who start anew with the permissions of everybody', async () => {
    const colleague = await colleagueOf(server, employer, { canCreateJobs: false });
    await act(admin.client, 'deleteCompany', { companyId });
    for (const member of [employer, colleague]) {
      expect(await notificationsOf(server, member)).toMatchObject([
        { type: 'SYSTEM', payload: { event: 'COMPANY_DELETED', companyName: 'Okoumé Bois' } },
      ]);
      expect(
        await member.client.data(
          '{ me { employer { company { id } isCompanyAdmin canCreateJobs canManageCandidates } } }',
        ),
      ).toEqual({
        me: {
          employer: { company: null, isCompanyAdmin: false, canCreateJobs: true, canManageCandidates: true },
        },
      });
    }
    expect(
      await colleague.client.data('{ notifications { edges { node { type event companyName reason } } } }'),
    ).toEqual({
      notifications: {
        edges: [
          { node: { type: 'SYSTEM', event: 'COMPANY_DELETED', companyName: 'Okoumé Bois', reason: null } },
        ],
      },
    });
    expect(await act(colleague.client, 'createCompany', { name: 'Moabi' })).toMatchObject({ userErrors: [] });
  });

  it('deletes wholly or not at all', async () => {
    await publishedJob(employer);
    await whileWritesFail(server.db, 'audit_log', async () => {
      expect(await act(admin.client, 'deleteCompany', { companyId })).toEqual(
        failedWith('INTERNAL_SERVER_ERROR'),
      );
    });
    expect([await count('companies'), await count('jobs'), await count('notifications')]).toEqual([1, 1, 0]);
  });

  it('gets along with work on the jobs of the company: each act happens or is refused, none fails', async () => {
    for (let round = 0; round < 8; round++) {
      const founder = await signUpWithCompany(server);
      const [open, closed] = [await publishedJob(founder), await publishedJob(founder)];
      await act(founder.client, 'closeJob', { jobId: closed });
      const candidate = await signUp(server, 'CANDIDATE');
      const applicationId = await apply(candidate, open);
      const [deleted] = await Promise.all([
        act(admin.client, 'deleteCompany', { companyId: founder.companyId }),
        act(founder.client, 'publishJob', { jobId: closed }),
        act(founder.client, 'updateJob', { jobId: open, title: 'Autre' }),
        act(founder.client, 'moveApplication', { applicationId, to: 'INTERVIEW' }),
        act(candidate.client, 'withdrawApplication', { applicationId }),
        act(admin.client, 'verifyCompany', { companyId: founder.companyId }),
      ]);
      expect(server.logLines.filter((line) => line.includes('"level":50'))).toEqual([]);
      expect(deleted).toMatchObject({ error: undefined, userErrors: [], result: founder.companyId });
    }
  }, 60_000);
});
