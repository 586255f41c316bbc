import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { accountAct, done, mailedResetToken, refused } from '../../support/account-acts.js';
import { applicant, clientAt, holds, setActive, signIn, trySignUp } from '../../support/accounts.js';
import { linkIn, mailsOf, mailTo } from '../../support/mailbox.js';
import { PASSWORD, signUp, type Person } from '../../support/people.js';
import { idleQueue } from '../../support/idle-queue.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';
import { until } from '../../support/until.js';
import { whileWritesFail } from '../../support/while-writes-fail.js';

const NEW_PASSWORD = 'Brand-New-Horse-8';
const DAY = 86_400_000;

describe('a forgotten password', () => {
  let server: TestServer;
  let person: Person;
  beforeEach(async () => {
    server = await startTestServer();
    person = await signUp(server, 'CANDIDATE');
  });
  afterEach(() => server.stop());

  const ask = (email: string) => accountAct(clientAt(server), 'requestPasswordReset', { email });
  const reset = (token: string, newPassword = NEW_PASSWORD) =>
    accountAct(clientAt(server), 'resetPassword', { token, newPassword });

  const idle = () => idleQueue(server);
  const resetMails = async () =>
    (await mailsOf(server)).filter(({ subject }) => /new password/.test(subject));

  it('is replaced by following the mail', async () => {
    const elsewhere = await signIn(server, person.email);
    expect(await ask(person.email.toUpperCase())).toEqual(done(true));
    const mail = await mailTo(server, person.email, /new password/);
    const link = linkIn(mail);
    expect(`${link.origin}${link.pathname}`).toBe('http://localhost:3000/reset-password');

    expect(await reset(`${link.searchParams.get('token')}`)).toEqual(done(true));
    for (const token of [person.accessToken, elsewhere.accessToken]) {
      expect(await holds(server, token)).toBe(false);
    }
    expect((await signIn(server, person.email)).userErrors[0]?.code).toBe('INVALID_CREDENTIALS');
    expect((await signIn(server, person.email, NEW_PASSWORD)).userErrors).toEqual([]);
    await mailTo(server, person.email, /password was changed/);
  });

  it('also verifies the address it was mailed to', async () => {
    await reset(await mailedResetToken(server, person.email));
    const { accessToken } = await signIn(server, person.email, NEW_PASSWORD);
    const { me } = await clientAt(server)
      .signedIn(`${accessToken}`)
      .data<{ me: { emailVerifiedAt: string | null } }>('{ me { emailVerifiedAt } }');
    expect(me.emailVerifiedAt).not.toBeNull();
  });

  it('gets the same answer for an address nobody has, and no mail', async () => {
    expect(await ask('nobody@example.org')).toEqual(await ask(person.email));
    await mailTo(server, person.email, /new password/);
    await idle();
    expect((await resetMails()).map(({ to }) => to)).toEqual([person.email]);
  });

  it('gets an account that was deactivated no mail', async () => {
    await setActive(server, person.email, false);
    expect(await ask(person.email)).toEqual(done(true));
    await idle();
    expect(await resetMails()).toEqual([]);
  });

  it('is asked for three times an hour at the most, from however many places', async () => {
    await Promise.all(Array.from({ length: 8 }, () => ask(person.email)));
    await idle();
    expect(await resetMails()).toHaveLength(3);
    server.clock.advance(DAY / 24 + 1000);
    await ask(person.email);
    await idle();
    expect(await resetMails()).toHaveLength(4);
  });

  it('is replaced once, however many use the mail at the same time', async () => {
    const token = await mailedResetToken(server, person.email);
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) => reset(token, `${NEW_PASSWORD}${n}`)),
    );
    expect(answers.filter(({ result }) => result === true)).toHaveLength(1);
    expect(answers.filter(({ userErrors }) => userErrors[0]?.code === 'TOKEN_INVALID')).toHaveLength(9);
    const winner = answers.findIndex(({ result }) => result === true);
    expect((await signIn(server, person.email, `${NEW_PASSWORD}${winner}`)).userErrors).toEqual([]);
    expect(await reset(token)).toEqual(refused('TOKEN_INVALID', 'token'));
  });

  it('is replaced by one of several mails; the others are worthless then', async () => {
    const first = await mailedResetToken(server, person.email);
    await ask(person.email);
    await until('a second mail', async () => (await resetMails()).length === 2);
    const tokens = (await resetMails()).map((mail) => `${linkIn(mail).searchParams.get('token')}`);
    const second = tokens.find((token) => token !== first) ?? '';
    expect(await reset(second)).toEqual(done(true));
    expect(await reset(first)).toEqual(refused('TOKEN_INVALID', 'token'));
  });

  it('is not replaced after 24 hours', async () => {
    const token = await mailedResetToken(server, person.email);
    server.clock.advance(DAY - 5000);
    expect(await reset(token, 'weak')).toEqual(refused('WEAK_PASSWORD', 'newPassword'));
    server.clock.advance(5001);
    expect(await reset(token)).toEqual(refused('TOKEN_EXPIRED', 'token'));
    expect((await signIn(server, person.email)).userErrors).toEqual([]);
  });

  it.each([
    ['made up', 'x'.repeat(43)],
    ['of another kind', 'eyJhbGciOiJub25lIn0.e30.'],
    ['empty but for a space', ' a '],
  ])('is not replaced by a token that is %s', async (_what, token) => {
    expect(await reset(token)).toEqual(refused('TOKEN_INVALID', 'token'));
  });

  it('is not replaced by the token that verifies the address, nor the other way round', async () => {
    const verification = linkIn(await mailTo(server, person.email, /Confirm your address/));
    expect(await reset(`${verification.searchParams.get('token')}`)).toEqual(
      refused('TOKEN_INVALID', 'token'),
    );
    const token = await mailedResetToken(server, person.email);
    expect(await accountAct(clientAt(server), 'verifyEmail', { token })).toEqual(
      refused('TOKEN_INVALID', 'token'),
    );
  });

  it('is not replaced for a user who was deactivated after the mail', async () => {
    const token = await mailedResetToken(server, person.email);
    await setActive(server, person.email, false);
    expect(await reset(token)).toEqual(refused('TOKEN_INVALID', 'token'));
  });

  it('keeps its mail good when the new password could not be stored', async () => {
    const token = await mailedResetToken(server, person.email);
    await whileWritesFail(server.db, 'audit_log', async () => {
      const { errors } = await clientAt(server).send(
        'mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { success } }',
        { input: { token, newPassword: NEW_PASSWORD } },
      );
      expect(errors?.[0]?.extensions.code).toBe('INTERNAL_SERVER_ERROR');
    });
    expect(await holds(server, person.accessToken)).toBe(true);
    expect(await reset(token)).toEqual(done(true));
  });

  it('leaves no token in the database that somebody who reads it could use', async () => {
    const token = await mailedResetToken(server, person.email);
    const tables = await server.db.rows(sql<{ name: string; dump: string | null }>`
      select 'password_resets' as name, string_agg(t::text, ' ') as dump from password_resets t
      union all select 'jobs', string_agg(t::text, ' ') from graphile_worker._private_jobs t
      union all select 'audit_log', string_agg(t::text, ' ') from audit_log t`);
    expect(tables.filter(({ dump }) => dump?.includes(token))).toEqual([]);
  });

  it('takes as long to ask for whether or not the address is known', async () => {
    const times = { known: [] as number[], unknown: [] as number[] };
    await trySignUp(server, applicant({ email: 'known@example.org', password: PASSWORD }));
    for (let round = 0; round < 25; round++) {
      for (const kind of ['known', 'unknown'] as const) {
        const start = performance.now();
        await ask(`${kind}@example.org`);
        times[kind].push(performance.now() - start);
      }
    }
    const median = (list: number[]): number => list.toSorted((a, b) => a - b)[12] ?? NaN;
    expect(median(times.known)).toBeLessThan(median(times.unknown) * 1.6);
    expect(median(times.unknown)).toBeLessThan(median(times.known) * 1.6);
  });
});
