import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clientAt, signIn } from '../support/accounts.js';
import { accountAct } from '../support/account-acts.js';
import { act } from '../support/act.js';
import { signUpAdmin } from '../support/members.js';
import {
  PASSWORD,
  signUp,
  signUpWithCompany,
  type EmployerWithCompany,
  type Person,
} from '../support/people.js';
import { countStatements } from '../support/statement-count.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const LOG = `query ($actorId: ID, $action: [AuditAction!], $subjectType: AuditSubject, $subjectId: ID, $from: DateTime, $until: DateTime) {
  auditLog(actorId: $actorId, action: $action, subjectType: $subjectType, subjectId: $subjectId, from: $from, until: $until, first: 100) {
    totalCount
    edges { node { id createdAt action actorId actor { id email } subjectType subjectId details { name value } ip requestId } }
  }
}`;

interface Entry {
  id: string;
  createdAt: string;
  action: string;
  actorId: string | null;
  actor: { id: string } | null;
  subjectType: string;
  subjectId: string | null;
  details: { name: string; value: string }[];
  requestId: string;
}

describe('auditLog', () => {
  let server: TestServer;
  let first: Person;
  let second: Person;
  let candidate: Person;
  let employer: EmployerWithCompany;
  beforeAll(async () => {
    server = await startTestServer();
    [first, second] = [await signUpAdmin(server), await signUpAdmin(server)];
    candidate = await signUp(server, 'CANDIDATE');
    employer = await signUpWithCompany(server);
    await act(first.client, 'deactivateUser', { userId: candidate.id, reason: 'Spam' });
    await act(second.client, 'activateUser', { userId: candidate.id });
    await act(second.client, 'verifyCompany', { companyId: employer.companyId });
  });
  afterAll(() => server.stop());

  async function listed(variables: Record<string, unknown>): Promise<Entry[]> {
    const { auditLog } = await first.client.data<{
      auditLog: { totalCount: number; edges: { node: Entry }[] };
    }>(LOG, variables);
    expect(auditLog.totalCount).toBe(auditLog.edges.length);
    return auditLog.edges.map(({ node }) => node);
  }

  const actions = async (variables: Record<string, unknown>) =>
    (await listed(variables)).map(({ action }) => action);

  it('tells what was done, newest first: who, to what, why and from where', async () => {
    const entries = await listed({});
    expect(entries.map(({ action }) => action)).toEqual([
      'COMPANY_VERIFIED',
      'USER_ACTIVATED',
      'USER_DEACTIVATED',
    ]);
    expect(entries[2]).toEqual({
      id: expect.stringMatching(/^audit_/),
      createdAt: expect.stringMatching(/^\d{4}-.*Z$/),
      action: 'USER_DEACTIVATED',
      actorId: first.id,
      actor: { id: first.id, email: first.email },
      subjectType: 'USER',
      subjectId: candidate.id,
      details: [{ name: 'reason', value: 'Spam' }],
      ip: expect.stringMatching(/\S/),
      requestId: expect.stringMatching(/\S/),
    });
  });

  it('filters by actor, act, subject and time', async () => {
    expect(await actions({ actorId: first.id })).toEqual(['USER_DEACTIVATED']);
    expect(await actions({ action: ['USER_ACTIVATED', 'COMPANY_VERIFIED'] })).toEqual([
      'COMPANY_VERIFIED',
      'USER_ACTIVATED',
    ]);
    expect(await actions({ subjectType: 'COMPANY' })).toEqual(['COMPANY_VERIFIED']);
    expect(await actions({ subjectId: candidate.id })).toEqual(['USER_ACTIVATED', 'USER_DEACTIVATED']);
    expect(await actions({ subjectId: candidate.id, actorId: second.id })).toEqual(['USER_ACTIVATED']);
    expect(await actions({ subjectId: candidate.id, subjectType: 'COMPANY' })).toEqual([]);
    const [, activated] = await listed({});
    expect(await actions({ from: activated?.createdAt })).toContain('COMPANY_VERIFIED');
    expect(await actions({ until: activated?.createdAt })).toEqual(['USER_DEACTIVATED']);
    const tomorrow = new Date(server.clock.now().getTime() + 86_400_000).toISOString();
    expect(await actions({ from: tomorrow })).toEqual([]);
  });

  it('refuses ids that are none, or of another type', async () => {
    for (const variables of [{ actorId: employer.companyId }, { actorId: 'x' }, { subjectId: 'x' }]) {
      expect(await first.client.errorCode(LOG, variables)).toBe('BAD_USER_INPUT');
    }
  });

  it('costs two statements beside the look-up of the viewer, however many entries there are', async () => {
    expect(await countStatements(() => listed({}))).toHaveLength(3);
  });

  it('keeps an entry when its subject and its actor are gone, and whose act it was', async () => {
    const passing = await signUpAdmin(server);
    const { id: userId } = await signUp(server, 'CANDIDATE');
    await act(passing.client, 'deleteUser', { userId });
    await accountAct(passing.client, 'deleteAccount', { currentPassword: PASSWORD });
    expect(await listed({ subjectId: userId })).toMatchObject([
      { action: 'USER_DELETED', actorId: passing.id, actor: null, subjectType: 'USER', subjectId: userId },
    ]);
    expect(await actions({ actorId: passing.id })).toEqual(['ACCOUNT_DELETED', 'USER_DELETED']);
  });

  it('tells what touched the safety of accounts as well', async () => {
    const { email, id } = await signUp(server, 'CANDIDATE');
    const { accessToken } = await signIn(server, email);
    const client = clientAt(server).signedIn(`${accessToken}`);
    await accountAct(client, 'changePassword', { currentPassword: PASSWORD, newPassword: `${PASSWORD}-2` });
    expect(await listed({ subjectId: id })).toMatchObject([{ action: 'PASSWORD_CHANGED', actor: { id } }]);
  });

  it('is exported to the user it is about without the administrator behind it', async () => {
    const { accessToken } = await signIn(server, candidate.email);
    const { exportMyData } = await clientAt(server)
      .signedIn(`${accessToken}`)
      .data<{ exportMyData: Record<string, Record<string, unknown>[]> }>('{ exportMyData }');
    expect(exportMyData['auditLogOfOthers']).toHaveLength(2);
    for (const entry of exportMyData['auditLogOfOthers'] ?? []) {
      expect(Object.keys(entry)).not.toEqual(expect.arrayContaining(['actorUserId']));
      expect(entry['ip']).toBeUndefined();
    }
  });
});
