import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { accountAct, done, mailedResetToken, refused } from '../../support/account-acts.js';
import { clientAt, holds, signIn } from '../../support/accounts.js';
import { mailsOf, mailTo, tokenIn } from '../../support/mailbox.js';
import { PASSWORD, signUp, type Person } from '../../support/people.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';

const NEW = 'new.address@example.org';
const DAY = 86_400_000;

describe('changeEmail', () => {
  let server: TestServer;
  let person: Person;
  beforeEach(async () => {
    server = await startTestServer();
    person = await signUp(server, 'CANDIDATE');
  });
  afterEach(() => server.stop());

  const ask = (input: Record<string, unknown> = {}, { client } = person) =>
    accountAct(client, 'changeEmail', { newEmail: NEW, currentPassword: PASSWORD, ...input });
  const verify = (token: string) => accountAct(clientAt(server), 'verifyEmail', { token });
  const confirmation = async (address = NEW) =>
    tokenIn(await mailTo(server, address, /Confirm your address/));
  const emailNow = async () =>
    (await person.client.data<{ me: { email: string } }>('{ me { email } }')).me.email;

  it('takes effect when the new address confirms; the old one is told both times', async () => {
    expect(await ask()).toEqual(done(NEW));
    const told = await mailTo(server, person.email, /Change of address asked for/);
    expect(told.text).toContain(NEW);
    expect(told.text).not.toMatch(/https?:/);
    const token = await confirmation();
    expect(await emailNow()).toBe(person.email);
    expect((await signIn(server, NEW)).userErrors[0]?.code).toBe('INVALID_CREDENTIALS');

    expect(await verify(token)).toEqual(done(NEW));
    expect(await emailNow()).toBe(NEW);
    expect((await mailTo(server, person.email, /address was changed/)).text).toContain(NEW);
    expect((await signIn(server, NEW)).userErrors).toEqual([]);
    expect((await signIn(server, person.email)).userErrors[0]?.code).toBe('INVALID_CREDENTIALS');
    expect(await holds(server, person.accessToken)).toBe(true);
    expect(await verify(token)).toEqual(refused('TOKEN_INVALID', 'token'));
  });

  it.each([
    ['a wrong password', { currentPassword: `${PASSWORD}x` }, 'INVALID_CREDENTIALS', 'currentPassword'],
    [
      'a password with white space around it',
      { currentPassword: ` ${PASSWORD} ` },
      'INVALID_CREDENTIALS',
      'currentPassword',
    ],
    ['no password', { currentPassword: null }, 'INVALID_CREDENTIALS', 'currentPassword'],
    ['what is no address', { newEmail: 'new.address' }, 'INVALID', 'newEmail'],
  ])('refuses %s', async (_what, input, code, field) => {
    expect(await ask(input)).toEqual(refused(code, field));
    const rows = await server.db.rows(sql`select 1 from email_confirmations where old_email is not null`);
    expect(rows).toEqual([]);
  });

  it('refuses the address one has, in any case of letters', async () => {
    expect(await ask({ newEmail: person.email.toUpperCase() })).toEqual(refused('INVALID', 'newEmail'));
  });

  it('refuses the address of somebody else', async () => {
    const other = await signUp(server, 'EMPLOYER');
    expect(await ask({ newEmail: other.email.toUpperCase() })).toEqual(refused('EMAIL_TAKEN', 'newEmail'));
  });

  it('does not take effect when somebody took the address before it confirmed', async () => {
    await ask();
    const token = await confirmation();
    await signUp(server, 'CANDIDATE', NEW);
    expect(await verify(token)).toEqual(refused('EMAIL_TAKEN', 'token'));
    expect(await emailNow()).toBe(person.email);
  });

  it('gives an address that two users want to one of them', async () => {
    const other = await signUp(server, 'CANDIDATE');
    await Promise.all([ask(), ask({}, other)]);
    await mailTo(server, person.email, /Change of address/);
    await mailTo(server, other.email, /Change of address/);
    const mails = (await mailsOf(server)).filter(({ to, subject }) => to === NEW && /Confirm/.test(subject));
    expect(mails).toHaveLength(2);
    const answers = await Promise.all(mails.map((mail) => verify(tokenIn(mail))));
    expect(answers).toContainEqual(done(NEW));
    expect(answers).toContainEqual(refused('EMAIL_TAKEN', 'token'));
  });

  it('takes effect once, however many follow the link at the same time', async () => {
    await ask();
    const token = await confirmation();
    const answers = await Promise.all(Array.from({ length: 8 }, () => verify(token)));
    expect(answers.filter(({ result }) => result === NEW)).toHaveLength(1);
    expect(answers.filter(({ userErrors }) => userErrors[0]?.code === 'TOKEN_INVALID')).toHaveLength(7);
    const told = await mailTo(server, person.email, /address was changed/);
    expect((await mailsOf(server)).filter(({ messageId }) => messageId === told.messageId)).toHaveLength(1);
  });

  it('replaces a change that still waits', async () => {
    await ask({ newEmail: 'first@example.org' });
    const first = await confirmation('first@example.org');
    await ask();
    const second = await confirmation();
    expect(await verify(first)).toEqual(refused('TOKEN_INVALID', 'token'));
    expect(await verify(second)).toEqual(done(NEW));
  });

  it('is over after 24 hours', async () => {
    await ask();
    const token = await confirmation();
    server.clock.advance(DAY + 1000);
    expect(await verify(token)).toEqual(refused('TOKEN_EXPIRED', 'token'));
  });

  it('makes the mails worthless that went to the old address', async () => {
    const resetToken = await mailedResetToken(server, person.email);
    const verification = tokenIn(await mailTo(server, person.email, /Confirm your address/));
    await ask();
    await verify(await confirmation());
    expect(await verify(verification)).toEqual(refused('TOKEN_INVALID', 'token'));
    expect(
      await accountAct(clientAt(server), 'resetPassword', { token: resetToken, newPassword: `${PASSWORD}2` }),
    ).toEqual(refused('TOKEN_INVALID', 'token'));
  });

  it('is recorded when asked for and when it takes effect', async () => {
    await ask();
    await verify(await confirmation());
    const entries = await server.db.rows(sql<{ action: string }>`
      select action from audit_log where subject_type = 'User' order by created_at`);
    expect(entries.map(({ action }) => action)).toEqual(['EMAIL_CHANGE_ASKED', 'EMAIL_CHANGED']);
  });
});
