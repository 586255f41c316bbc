import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { accountAct, done, refused } from '../support/account-acts.js';
import { holds, signIn } from '../support/accounts.js';
import { act, refusedWith } from '../support/act.js';
import { applicationsCount } from '../support/application-rows.js';
import { auditOf } from '../support/audit-rows.js';
import { completedCv } from '../support/cvs.js';
import { mailTo } from '../support/mailbox.js';
import { colleagueOf, signUpAdmin } from '../support/members.js';
import { PASSWORD, signUp, signUpWithCompany, type Person } from '../support/people.js';
import { apply, publishedJob } from '../support/recruitment.js';
import { storedFiles, sweep } from '../support/stored-files.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { untilSomebodyWaits } from '../support/until-somebody-waits.js';
import { uuidIn } from '../support/uuid-in.js';

describe('deleteUser', () => {
  let server: TestServer;
  let admin: Person;
  beforeEach(async () => {
    server = await startTestServer();
    admin = await signUpAdmin(server);
  });
  afterEach(() => server.stop());

  const remove = ({ id: userId }: Pick<Person, 'id'>) => act<string>(admin.client, 'deleteUser', { userId });

  it('takes a candidate as deleteAccount does, with applications and files, and says goodbye', async () => {
    const jobId = await publishedJob(await signUpWithCompany(server));
    const candidate = await signUp(server, 'CANDIDATE');
    await completedCv(candidate);
    await apply(candidate, jobId);
    expect(await remove(candidate)).toEqual({ error: undefined, userErrors: [], result: candidate.id });
    expect(await holds(server, candidate.accessToken)).toBe(false);
    expect((await signIn(server, candidate.email)).userErrors[0]?.code).toBe('INVALID_CREDENTIALS');
    expect(await applicationsCount(server, jobId)).toBe(0);
    await mailTo(server, candidate.email, /account is deleted/);
    server.clock.advance(24 * 3_600_000);
    await sweep(server);
    expect(await storedFiles(server)).toEqual([]);
    expect(await auditOf(server, 'USER_DELETED', candidate.id)).toEqual([
      { actor: uuidIn(admin.id), details: {} },
    ]);
  });

  it('takes a deactivated user, and another administrator', async () => {
    const candidate = await signUp(server, 'CANDIDATE');
    await act(admin.client, 'deactivateUser', { userId: candidate.id });
    expect((await remove(candidate)).result).toBe(candidate.id);
    const other = await signUpAdmin(server);
    expect((await remove(other)).result).toBe(other.id);
    expect(await remove(other)).toEqual(refusedWith('NOT_FOUND', 'userId'));
  });

  it('leaves the company of an employer with its jobs, unless it would be without an admin', async () => {
    const employer = await signUpWithCompany(server);
    const colleague = await colleagueOf(server, employer);
    const jobId = await publishedJob(employer);
    expect(await remove(employer)).toEqual(refusedWith('LAST_COMPANY_ADMIN', null));
    await server.db.rows(
      sql`update employers set is_company_admin = true where user_id = ${uuidIn(colleague.id)}`,
    );
    expect((await remove(employer)).result).toBe(employer.id);
    expect(await act(colleague.client, 'closeJob', { jobId })).toMatchObject({
      result: { status: 'CLOSED' },
    });
  });

  it('happens once, whoever asks at the same time: the administrators or the user', async () => {
    const second = await signUpAdmin(server);
    for (let round = 0; round < 5; round++) {
      const candidate = await signUp(server, 'CANDIDATE');
      const outcomes = await Promise.all([
        remove(candidate),
        act(second.client, 'deleteUser', { userId: candidate.id }),
        accountAct(candidate.client, 'deleteAccount', { currentPassword: PASSWORD }).catch(String),
      ]);
      const took = outcomes.filter((outcome) => typeof outcome === 'object' && outcome.result !== null);
      expect(took).toHaveLength(1);
      expect(server.logLines.filter((line) => line.includes('"level":50'))).toEqual([]);
      const entries = await server.db.rows(sql`
        select action from audit_log where subject_id = ${uuidIn(candidate.id)}
          and action in ('USER_DELETED', 'ACCOUNT_DELETED')`);
      expect(entries).toHaveLength(1);
    }
  });
});

describe('an employer who leaves', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startTestServer();
  });
  afterEach(() => server.stop());

  it('gets along with colleagues at work on the same jobs: each act happens or is refused, none fails', async () => {
    const employer = await signUpWithCompany(server);
    const admin = await signUpAdmin(server);
    for (let round = 0; round < 10; round++) {
      const [one, two] = [await colleagueOf(server, employer), await colleagueOf(server, employer)];
      const jobs = [await publishedJob(one), await publishedJob(two), await publishedJob(one)];
      await act(employer.client, 'closeJob', { jobId: jobs[0] });
      await act(employer.client, 'closeJob', { jobId: jobs[1] });
      const [left] = await Promise.all([
        accountAct(one.client, 'deleteAccount', { currentPassword: PASSWORD }),
        act(admin.client, 'deleteUser', { userId: two.id }),
        act(employer.client, 'publishJob', { jobId: jobs[0] }),
        act(employer.client, 'publishJob', { jobId: jobs[1] }),
        act(employer.client, 'updateJob', { jobId: jobs[2], title: `Round ${round}` }),
      ]);
      expect(left).toEqual(done(true));
      expect(server.logLines.filter((line) => line.includes('"level":50'))).toEqual([]);
    }
  }, 60_000);

  it('is asked about the company when it is their turn: somebody may have joined meanwhile', async () => {
    const employer = await signUpWithCompany(server);
    const newcomer = await signUp(server, 'EMPLOYER');
    const joining = Promise.withResolvers<undefined>();
    const locked = Promise.withResolvers<undefined>();
    // As whoever joins a company does: with its row locked.
    const joined = server.db.transaction(async (em) => {
      await em.execute('select from companies where id = ? for no key update', [uuidIn(employer.companyId)]);
      locked.resolve(undefined);
      await joining.promise;
      await em.execute('update employers set company_id = ? where user_id = ?', [
        uuidIn(employer.companyId),
        uuidIn(newcomer.id),
      ]);
    });
    await locked.promise;
    const leaving = accountAct(employer.client, 'deleteAccount', { currentPassword: PASSWORD });
    await untilSomebodyWaits(server);
    joining.resolve(undefined);
    await joined;
    expect(await leaving).toEqual(refused('LAST_COMPANY_ADMIN', null));
  });
});
