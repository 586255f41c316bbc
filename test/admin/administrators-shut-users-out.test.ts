import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { globalId } from '../../src/graphql/ids.js';
import { accountAct, mailedResetToken, refused } from '../support/account-acts.js';
import { clientAt, holds, refresh, sessionOf, signIn } from '../support/accounts.js';
import { act, failedWith, refusedWith, type Outcome } from '../support/act.js';
import { auditOf } from '../support/audit-rows.js';
import { idleQueue } from '../support/idle-queue.js';
import { mailsOf, mailTo } from '../support/mailbox.js';
import { signUpAdmin } from '../support/members.js';
import { PASSWORD, signUp, type Person } from '../support/people.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { uuidIn } from '../support/uuid-in.js';
import { whileWritesFail } from '../support/while-writes-fail.js';

describe('an administrator', () => {
  let server: TestServer;
  let admin: Person;
  beforeEach(async () => {
    server = await startTestServer();
    admin = await signUpAdmin(server);
  });
  afterEach(() => server.stop());

  const activeAdmins = () =>
    server.db.rows(sql<{ id: string }>`select id from users where role = 'ADMIN' and is_active`);

  it('deactivates a user, whose sessions end at once and who cannot sign in', async () => {
    const candidate = await signUp(server, 'CANDIDATE');
    const elsewhere = await signIn(server, candidate.email);
    const { id: userId } = candidate;
    expect(await act(admin.client, 'deactivateUser', { userId, reason: 'Spam' })).toMatchObject({
      userErrors: [],
      result: { id: userId, isActive: false },
    });
    for (const token of [candidate.accessToken, elsewhere.accessToken]) {
      expect(await holds(server, token)).toBe(false);
      expect(await sessionOf(server, token)).toMatchObject({ revokedReason: 'DEACTIVATED' });
    }
    expect((await refresh(server, candidate.refreshToken)).userErrors[0]?.code).toBe('SESSION_ENDED');
    expect((await signIn(server, candidate.email)).userErrors[0]?.code).toBe('ACCOUNT_DEACTIVATED');
    expect(await auditOf(server, 'USER_DEACTIVATED', userId)).toEqual([
      { actor: uuidIn(admin.id), details: { reason: 'Spam' } },
    ]);
  });

  it('leaves no way back in by a mail that is under way', async () => {
    const candidate = await signUp(server, 'CANDIDATE');
    const token = await mailedResetToken(server, candidate.email);
    await act(admin.client, 'deactivateUser', { userId: candidate.id });
    await act(admin.client, 'activateUser', { userId: candidate.id });
    expect(
      await accountAct(clientAt(server), 'resetPassword', { token, newPassword: `${PASSWORD}-2` }),
    ).toEqual(refused('TOKEN_INVALID', 'token'));
  });

  it('activates a user again, who signs in anew', async () => {
    const candidate = await signUp(server, 'CANDIDATE');
    const { id: userId } = candidate;
    await act(admin.client, 'deactivateUser', { userId });
    expect(await act(admin.client, 'activateUser', { userId })).toMatchObject({ result: { isActive: true } });
    expect(await holds(server, candidate.accessToken)).toBe(false);
    expect((await signIn(server, candidate.email)).userErrors).toEqual([]);
    expect(await auditOf(server, 'USER_ACTIVATED', userId)).toHaveLength(1);
  });

  it('changes and records nothing by doing either again', async () => {
    const { id: userId } = await signUp(server, 'CANDIDATE');
    expect(await act(admin.client, 'activateUser', { userId })).toMatchObject({ result: { isActive: true } });
    for (let time = 0; time < 2; time++) {
      expect(await act(admin.client, 'deactivateUser', { userId })).toMatchObject({
        userErrors: [],
        result: { isActive: false },
      });
    }
    expect(await auditOf(server, 'USER_ACTIVATED', userId)).toEqual([]);
    expect(await auditOf(server, 'USER_DEACTIVATED', userId)).toHaveLength(1);
  });

  it('records a deactivation once, however often it is asked for at the same time', async () => {
    const { id: userId } = await signUp(server, 'CANDIDATE');
    await Promise.all(Array.from({ length: 5 }, () => act(admin.client, 'deactivateUser', { userId })));
    expect(await auditOf(server, 'USER_DEACTIVATED', userId)).toHaveLength(1);
  });

  it('lets nobody in whose sign-in races with their deactivation', async () => {
    for (let round = 0; round < 5; round++) {
      const candidate = await signUp(server, 'CANDIDATE');
      const [answer] = await Promise.all([
        signIn(server, candidate.email),
        act(admin.client, 'deactivateUser', { userId: candidate.id }),
      ]);
      if (answer.accessToken !== null) expect(await holds(server, answer.accessToken)).toBe(false);
    }
  });

  it.each(['deactivateUser', 'activateUser', 'deleteUser', 'signOutUser', 'sendPasswordReset'] as const)(
    'cannot %s on their own account, nor on one that is not there',
    async (name) => {
      expect(await act(admin.client, name, { userId: admin.id })).toEqual(
        refusedWith('OWN_ACCOUNT', 'userId'),
      );
      for (const userId of [globalId('User', uuidv7()), globalId('Job', uuidv7()), 'nobody']) {
        expect(await act(admin.client, name, { userId })).toEqual(refusedWith('NOT_FOUND', 'userId'));
      }
      expect(await holds(server, admin.accessToken)).toBe(true);
    },
  );

  it.each(['deactivateUser', 'deleteUser'] as const)(
    'is left when two of them %s each other at the same time',
    async (name) => {
      for (let round = 0; round < 6; round++) {
        const other = await signUpAdmin(server);
        const answers = await Promise.all([
          act(admin.client, name, { userId: other.id }),
          act(other.client, name, { userId: admin.id }),
        ]);
        expect(answers.filter(({ result }) => result !== null)).toHaveLength(1);
        expect(answers).toContainEqual(failedWith('UNAUTHENTICATED'));
        const left = await activeAdmins();
        expect(left).toHaveLength(1);
        if (left[0]?.id === uuidIn(other.id)) admin = other;
      }
    },
  );

  it('is left when three of them act on each other in a ring', async () => {
    const ring = [admin, await signUpAdmin(server), await signUpAdmin(server)];
    const outcomes: Outcome<unknown>[] = await Promise.all(
      ring.map((each, index) =>
        act(each.client, 'deactivateUser', { userId: `${ring[(index + 1) % ring.length]?.id}` }),
      ),
    );
    const done = outcomes.filter(({ result }) => result !== null).length;
    expect(done).toBeGreaterThanOrEqual(1);
    expect(await activeAdmins()).toHaveLength(3 - done);
    expect((await activeAdmins()).length).toBeGreaterThanOrEqual(1);
  });

  it('ends all sessions of a user, who may sign in again', async () => {
    const candidate = await signUp(server, 'CANDIDATE');
    const elsewhere = await signIn(server, candidate.email);
    const { id: userId } = candidate;
    expect(await act(admin.client, 'signOutUser', { userId })).toMatchObject({ userErrors: [], result: 2 });
    for (const token of [candidate.accessToken, elsewhere.accessToken]) {
      expect(await holds(server, token)).toBe(false);
    }
    expect(await act(admin.client, 'signOutUser', { userId })).toMatchObject({ result: 0 });
    expect((await signIn(server, candidate.email)).userErrors).toEqual([]);
    expect(await auditOf(server, 'USER_SIGNED_OUT', userId)).toHaveLength(2);
  });

  it('starts a reset of a password, but neither learns nor chooses one', async () => {
    const candidate = await signUp(server, 'CANDIDATE');
    const { id: userId } = candidate;
    expect(await act(admin.client, 'sendPasswordReset', { userId })).toEqual({
      error: undefined,
      userErrors: [],
      result: true,
    });
    await mailTo(server, candidate.email, /new password/);
    expect(await holds(server, candidate.accessToken)).toBe(true);
    expect((await signIn(server, candidate.email)).userErrors).toEqual([]);
    expect(await auditOf(server, 'PASSWORD_RESET_SENT', userId)).toHaveLength(1);
  });

  it('sends no reset to a deactivated user', async () => {
    const { id: userId, email } = await signUp(server, 'CANDIDATE');
    await act(admin.client, 'deactivateUser', { userId });
    expect(await act(admin.client, 'sendPasswordReset', { userId })).toEqual(
      refusedWith('ACCOUNT_DEACTIVATED', 'userId'),
    );
    await idleQueue(server);
    expect(
      (await mailsOf(server)).filter(({ to, subject }) => to === email && /password/.test(subject)),
    ).toEqual([]);
  });

  it('deactivates wholly or not at all', async () => {
    const candidate = await signUp(server, 'CANDIDATE');
    const { id: userId } = candidate;
    await whileWritesFail(server.db, 'audit_log', async () => {
      expect(await act(admin.client, 'deactivateUser', { userId })).toEqual(
        failedWith('INTERNAL_SERVER_ERROR'),
      );
    });
    expect(await holds(server, candidate.accessToken)).toBe(true);
  });
});
