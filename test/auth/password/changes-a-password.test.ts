import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { accountAct, done, mailedResetToken, refused } from '../../support/account-acts.js';
import { clientAt, holds, refresh, setActive, signIn } from '../../support/accounts.js';
import { mailsOf, mailTo } from '../../support/mailbox.js';
import { startOidcIssuer, type OidcIssuer } from '../../support/oidc-issuer.js';
import { PASSWORD, signUp, type Person } from '../../support/people.js';
import { registered, startServerTrusting } from '../../support/provider-sign-ins.js';
import type { TestServer } from '../../support/test-server.js';
import { untilSomebodyWaits } from '../../support/until-somebody-waits.js';
import { uuidIn } from '../../support/uuid-in.js';

const NEW_PASSWORD = 'Brand-New-Horse-8';

describe('changePassword', () => {
  let server: TestServer;
  let issuer: OidcIssuer;
  beforeAll(async () => {
    issuer = await startOidcIssuer();
    server = await startServerTrusting(issuer);
  });
  afterAll(async () => {
    await server.stop();
    await issuer.stop();
  });

  const change = (person: Person, input: Record<string, unknown>) =>
    accountAct(person.client, 'changePassword', input);

  it('makes the new password the only one, ends the other sessions, and tells the user', async () => {
    const person = await signUp(server, 'CANDIDATE');
    const elsewhere = await signIn(server, person.email);
    const answer = await change(person, { currentPassword: PASSWORD, newPassword: NEW_PASSWORD });
    expect(answer).toEqual(done(1));

    expect(await holds(server, person.accessToken)).toBe(true);
    expect((await refresh(server, person.refreshToken)).userErrors).toEqual([]);
    expect(await holds(server, elsewhere.accessToken)).toBe(false);
    expect((await refresh(server, elsewhere.refreshToken)).userErrors[0]?.code).toBe('SESSION_ENDED');
    expect((await signIn(server, person.email)).userErrors[0]?.code).toBe('INVALID_CREDENTIALS');
    expect((await signIn(server, person.email, NEW_PASSWORD)).userErrors).toEqual([]);
    const mail = await mailTo(server, person.email, /password was changed/);
    expect(mail.text).not.toContain(NEW_PASSWORD);
  });

  it.each([
    ['a wrong password', { currentPassword: `${PASSWORD}x` }, 'INVALID_CREDENTIALS', 'currentPassword'],
    ['an empty password', { currentPassword: '' }, 'INVALID_CREDENTIALS', 'currentPassword'],
    ['no password', {}, 'INVALID_CREDENTIALS', 'currentPassword'],
    ['null', { currentPassword: null }, 'INVALID_CREDENTIALS', 'currentPassword'],
    ['a weak new one', { currentPassword: PASSWORD, newPassword: 'short' }, 'WEAK_PASSWORD', 'newPassword'],
    [
      'a new one of 73 bytes',
      { currentPassword: PASSWORD, newPassword: `Aa1!${'é'.repeat(34)}x` },
      'WEAK_PASSWORD',
      'newPassword',
    ],
  ])('refuses %s, and changes nothing', async (_what, input, code, field) => {
    const person = await signUp(server, 'CANDIDATE');
    const elsewhere = await signIn(server, person.email);
    expect(await change(person, { newPassword: NEW_PASSWORD, ...input })).toEqual(refused(code, field));
    expect(await holds(server, elsewhere.accessToken)).toBe(true);
    expect((await signIn(server, person.email)).userErrors).toEqual([]);
    expect((await mailsOf(server)).filter(({ to }) => to === person.email)).not.toContainEqual(
      expect.objectContaining({ subject: expect.stringMatching(/password was changed/) }),
    );
  });

  it('is for the signed-in only', async () => {
    const code = await clientAt(server).errorCode(
      `mutation { changePassword(input: { newPassword: "${NEW_PASSWORD}" }) { endedSessions } }`,
    );
    expect(code).toBe('UNAUTHENTICATED');
  });

  it('lets one of two changes through that prove the same old password', async () => {
    const person = await signUp(server, 'CANDIDATE');
    let answers: Promise<unknown[]> | undefined;
    await server.db.transaction(async (em) => {
      await em
        .getConnection()
        .execute(
          `select from users where id = '${uuidIn(person.id)}' for no key update`,
          [],
          'run',
          em.getTransactionContext(),
        );
      answers = Promise.all(
        [1, 2].map((n) => change(person, { currentPassword: PASSWORD, newPassword: `${NEW_PASSWORD}${n}` })),
      );
      await untilSomebodyWaits(server, 2);
    });
    const results = (await answers) ?? [];
    expect(results).toContainEqual(done(0));
    expect(results).toContainEqual(refused('INVALID_CREDENTIALS', 'currentPassword'));
  });

  it('makes the mails worthless that whoever had the old password may have asked for', async () => {
    const person = await signUp(server, 'CANDIDATE');
    const resetToken = await mailedResetToken(server, person.email);
    await accountAct(person.client, 'changeEmail', {
      newEmail: 'thief@example.org',
      currentPassword: PASSWORD,
    });
    const { text } = await mailTo(server, 'thief@example.org', /Confirm/);
    const thiefToken = new URL(/https?:\S+/.exec(text)?.[0] ?? '').searchParams.get('token');

    await change(person, { currentPassword: PASSWORD, newPassword: NEW_PASSWORD });
    expect(await accountAct(clientAt(server), 'verifyEmail', { token: thiefToken })).toEqual(
      refused('TOKEN_INVALID', 'token'),
    );
    expect(
      await accountAct(clientAt(server), 'resetPassword', { token: resetToken, newPassword: PASSWORD }),
    ).toEqual(refused('TOKEN_INVALID', 'token'));
    expect((await signIn(server, person.email, NEW_PASSWORD)).userErrors).toEqual([]);
  });

  it('gives a first password to an account of a provider, within 10 minutes of its sign-in', async () => {
    const { user, accessToken } = await registered(server, issuer);
    const client = clientAt(server).signedIn(`${accessToken}`);
    expect(await accountAct(client, 'changePassword', { newPassword: NEW_PASSWORD })).toEqual(done(0));
    expect((await signIn(server, `${user?.email}`, NEW_PASSWORD)).userErrors).toEqual([]);
  });

  it('asks an account without a password for a fresh sign-in', async () => {
    const { accessToken } = await registered(server, issuer);
    const client = clientAt(server).signedIn(`${accessToken}`);
    server.clock.advance(10 * 60_000 + 1000);
    expect(
      await accountAct(client, 'changePassword', { newPassword: NEW_PASSWORD, currentPassword: PASSWORD }),
    ).toEqual(refused('FRESH_SIGN_IN_REQUIRED', null));
  });

  it('is refused to a user who was deactivated', async () => {
    const person = await signUp(server, 'CANDIDATE');
    await setActive(server, person.email, false);
    const { errors } = await person.client.send(
      `mutation { changePassword(input: { newPassword: "${NEW_PASSWORD}" }) { endedSessions } }`,
    );
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('is recorded, without the password', async () => {
    const person = await signUp(server, 'CANDIDATE');
    await change(person, { currentPassword: PASSWORD, newPassword: NEW_PASSWORD });
    const entries = await server.db.rows(sql<{ action: string; details: object }>`
      select action, details from audit_log where subject_id = ${uuidIn(person.id)}`);
    expect(entries).toEqual([{ action: 'PASSWORD_CHANGED', details: {} }]);
  });
});
