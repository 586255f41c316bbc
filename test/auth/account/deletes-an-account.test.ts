import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { checkMayLeave } from '../../../src/auth/account/check-may-leave.js';
import { Role } from '../../../src/graphql/role.js';
import type { EmployerViewer } from '../../../src/graphql/viewer.js';
import { accountAct, done, refused, type Outcome } from '../../support/account-acts.js';
import { clientAt, holds, refresh, signIn } from '../../support/accounts.js';
import { act } from '../../support/act.js';
import { completedCv } from '../../support/cvs.js';
import { mailTo } from '../../support/mailbox.js';
import { colleagueOf, signUpAdmin } from '../../support/members.js';
import { startOidcIssuer } from '../../support/oidc-issuer.js';
import { PASSWORD, signUp, signUpWithCompany, type Person } from '../../support/people.js';
import { registered, startServerTrusting } from '../../support/provider-sign-ins.js';
import { apply, move, publishedJob } from '../../support/recruitment.js';
import { storedFiles, sweep } from '../../support/stored-files.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';
import { uuidIn } from '../../support/uuid-in.js';
import { whileWritesFail } from '../../support/while-writes-fail.js';

describe('deleteAccount', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startTestServer();
  });
  afterEach(() => server.stop());

  const leave = ({ client }: Pick<Person, 'client'>, currentPassword: string | null = PASSWORD) =>
    accountAct(client, 'deleteAccount', { currentPassword });

  const count = async (table: string): Promise<number> => {
    const [row] = await server.db.rows(
      sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`,
    );
    return row?.n ?? -1;
  };

  /** Tables in which the id of a user or of their profile is still found. */
  async function tracesOf(...ids: string[]): Promise<string[]> {
    const tables = await server.db.rows(sql<{ name: string }>`
      select tablename as name from pg_tables where schemaname = 'public'`);
    const found: string[] = [];
    for (const { name } of tables) {
      const rows = await server.db.rows(
        sql<{ text: string }>`select t::text as text from ${sql.table(name)} t`,
      );
      if (rows.some(({ text }) => ids.some((id) => text.includes(id)))) found.push(name);
    }
    return found.toSorted();
  }

  it('takes a candidate with profile, applications and sessions, and says goodbye', async () => {
    const employer = await signUpWithCompany(server);
    const jobId = await publishedJob(employer);
    const candidate = await signUp(server, 'CANDIDATE');
    const applicationId = await apply(candidate, jobId);
    await move(employer, applicationId, 'INTERVIEW');
    const elsewhere = await signIn(server, candidate.email);
    const [profile] = await server.db.rows(sql<{ id: string }>`
      select id from candidates where user_id = ${uuidIn(candidate.id)}`);

    expect(await leave(candidate)).toEqual(done(true));

    // The audit log remembers that there was somebody, by an id that leads nowhere any more.
    expect(await tracesOf(uuidIn(candidate.id), `${profile?.id}`)).toEqual(['audit_log']);
    for (const token of [candidate.accessToken, elsewhere.accessToken]) {
      expect(await holds(server, token)).toBe(false);
    }
    expect((await refresh(server, candidate.refreshToken)).userErrors[0]?.code).toBe('TOKEN_INVALID');
    expect((await signIn(server, candidate.email)).userErrors[0]?.code).toBe('INVALID_CREDENTIALS');
    const { job } = await employer.client.data<{ job: { applicationsCount: number } }>(
      'query ($id: ID!) { job(id: $id) { applicationsCount } }',
      { id: jobId },
    );
    expect(job.applicationsCount).toBe(0);
    await mailTo(server, candidate.email, /account is deleted/);
    await signUp(server, 'CANDIDATE', candidate.email);
  });

  it('takes the files of a candidate, sent with an application or not', async () => {
    const candidate = await signUp(server, 'CANDIDATE');
    await completedCv(candidate);
    await apply(candidate, await publishedJob(await signUpWithCompany(server)));
    await completedCv(candidate);
    expect(await storedFiles(server)).not.toEqual([]);
    expect(await leave(candidate)).toEqual(done(true));
    server.clock.advance(24 * 3_600_000);
    await sweep(server);
    expect(await storedFiles(server)).toEqual([]);
  });

  it('takes an employer, and leaves company, jobs and applications to the colleagues', async () => {
    const employer = await signUpWithCompany(server);
    const colleague = await colleagueOf(server, employer);
    const jobId = await publishedJob(colleague);
    const applicationId = await apply(await signUp(server, 'CANDIDATE'), jobId);
    await move(colleague, applicationId, 'INTERVIEW');
    expect(await leave(colleague)).toEqual(done(true));
    expect(await act(employer.client, 'moveApplication', { applicationId, to: 'ACCEPTED' })).toMatchObject({
      userErrors: [],
      result: { status: 'ACCEPTED' },
    });
    expect(await tracesOf(uuidIn(colleague.id))).toEqual(['audit_log']);
  });

  it('keeps the company of its last member', async () => {
    const employer = await signUpWithCompany(server);
    await publishedJob(employer);
    expect(await leave(employer)).toEqual(done(true));
    expect(await count('companies')).toBe(1);
    expect(await count('jobs')).toBe(1);
  });

  it.each([
    ['a wrong password', `${PASSWORD}x`],
    ['an empty password', ''],
    ['no password', null],
  ])('refuses %s', async (_what, password) => {
    const candidate = await signUp(server, 'CANDIDATE');
    expect(await leave(candidate, password)).toEqual(refused('INVALID_CREDENTIALS', 'currentPassword'));
    expect(await holds(server, candidate.accessToken)).toBe(true);
  });

  it('refuses the only admin of a company with other members', async () => {
    const employer = await signUpWithCompany(server);
    const colleague = await colleagueOf(server, employer);
    expect(await leave(employer)).toEqual(refused('LAST_COMPANY_ADMIN', null));
    expect(await holds(server, employer.accessToken)).toBe(true);

    const makeAdmin = (person: Person, isActive: boolean) =>
      server.db.rows(sql`
        with employer as (update employers set is_company_admin = true where user_id = ${uuidIn(person.id)})
        update users set is_active = ${isActive} where id = ${uuidIn(person.id)}`);
    await makeAdmin(colleague, false);
    expect(await leave(employer)).toEqual(refused('LAST_COMPANY_ADMIN', null));
    await makeAdmin(colleague, true);
    expect(await leave(employer)).toEqual(done(true));
  });

  it('lets one of two admins leave who go at the same time', async () => {
    for (let round = 0; round < 5; round++) {
      const employer = await signUpWithCompany(server);
      const admins: Person[] = [employer, await colleagueOf(server, employer)];
      await colleagueOf(server, employer);
      await server.db.rows(sql`
        update employers set is_company_admin = true
        where user_id = any(${admins.map(({ id }) => uuidIn(id))}::uuid[])`);
      const answers = await Promise.all(admins.map((admin) => leave(admin)));
      expect(answers).toContainEqual(done(true));
      expect(answers).toContainEqual(refused('LAST_COMPANY_ADMIN', null));
    }
  });

  it('asks the database, not the request, to which company somebody belongs', async () => {
    const employer = await signUpWithCompany(server);
    await colleagueOf(server, employer);
    const [row] = await server.db.rows(sql<{ id: string }>`
      select id from employers where user_id = ${uuidIn(employer.id)}`);
    const beforeJoining: EmployerViewer = {
      role: Role.EMPLOYER,
      userId: uuidIn(employer.id),
      sessionId: '',
      email: employer.email,
      firstName: 'Ama',
      lastName: 'Ndong',
      employerId: `${row?.id}`,
      companyId: null,
      canCreateJobs: false,
      canManageCandidates: false,
      isCompanyAdmin: false,
    };
    const leaving = server.db.transaction((em) => checkMayLeave(em, beforeJoining));
    await expect(leaving).rejects.toMatchObject({ userErrors: [{ code: 'LAST_COMPANY_ADMIN' }] });
  });

  it('never leaves the platform without an administrator', async () => {
    const admins = [await signUpAdmin(server), await signUpAdmin(server), await signUpAdmin(server)];
    const answers = await Promise.all(admins.map((admin) => leave(admin)));
    expect(answers.filter(({ result }) => result === true)).toHaveLength(2);
    expect(answers).toContainEqual(refused('LAST_ADMIN', null));
  });

  it('happens whole or not at all', async () => {
    const candidate = await signUp(server, 'CANDIDATE');
    await whileWritesFail(server.db, 'audit_log', async () => {
      const { errors } = await candidate.client.send(
        'mutation ($p: String) { deleteAccount(input: { currentPassword: $p }) { success } }',
        { p: PASSWORD },
      );
      expect(errors?.[0]?.extensions.code).toBe('INTERNAL_SERVER_ERROR');
    });
    expect(await holds(server, candidate.accessToken)).toBe(true);
    expect(await leave(candidate)).toEqual(done(true));
  });

  it('gets along with acts on the same rows: each happens or is refused, none fails', async () => {
    const employer = await signUpWithCompany(server);
    const colleague = await colleagueOf(server, employer);
    for (let round = 0; round < 12; round++) {
      const job = await publishedJob(colleague);
      const other = await publishedJob(employer);
      const candidate = await signUp(server, 'CANDIDATE');
      const applicationId = await apply(candidate, job);
      const outcomes: unknown[] = await Promise.all([
        leave(candidate).catch(String),
        act(employer.client, 'moveApplication', { applicationId, to: 'INTERVIEW' }),
        act(candidate.client, 'applyToJob', { jobId: other }),
        act(candidate.client, 'withdrawApplication', { applicationId }),
        act(employer.client, 'closeJob', { jobId: job }),
      ]);
      expect(server.logLines.filter((line) => line.includes('"level":50'))).toEqual([]);
      expect(outcomes[0]).toEqual(done(true));
    }
    expect(await count('applications')).toBe(0);
    const wrong = await server.db.rows(sql`select id from jobs where applications_count <> 0`);
    expect(wrong).toEqual([]);
  }, 60_000);

  it('happens once, however often it is sent at the same time', async () => {
    const candidate = await signUp(server, 'CANDIDATE');
    const send = (): Promise<Outcome<unknown> | string> =>
      leave(candidate).catch((error: unknown) => String(error));
    const answers = await Promise.all([send(), send(), send()]);
    expect(answers.filter((answer) => typeof answer === 'object' && answer.result === true)).toHaveLength(1);
    expect(JSON.stringify(answers)).not.toContain('INTERNAL_SERVER_ERROR');
  });
});

it('deleteAccount takes an account without a password on a fresh sign-in only', async () => {
  const issuer = await startOidcIssuer();
  const server = await startServerTrusting(issuer);
  try {
    const [first, second] = [await registered(server, issuer), await registered(server, issuer)];
    const client = clientAt(server).signedIn(`${first.accessToken}`);
    expect(await accountAct(client, 'deleteAccount', {})).toEqual(done(true));
    server.clock.advance(11 * 60_000);
    const late = clientAt(server).signedIn(`${second.accessToken}`);
    expect(await accountAct(late, 'deleteAccount', {})).toEqual(refused('FRESH_SIGN_IN_REQUIRED', null));
  } finally {
    await server.stop();
    await issuer.stop();
  }
});
