import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { accountAct, done, mailedVerificationToken, refused } from '../../support/account-acts.js';
import { applicant, clientAt, SIGN_UP } from '../../support/accounts.js';
import { idleQueue } from '../../support/idle-queue.js';
import { linkIn, mailsOf, mailTo } from '../../support/mailbox.js';
import { signUp, type Person } from '../../support/people.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';
import { until } from '../../support/until.js';
import { whileWritesFail } from '../../support/while-writes-fail.js';

const RESEND = 'mutation { requestEmailVerification { isSent } }';

describe('the address somebody signed up with', () => {
  let server: TestServer;
  let person: Person;
  beforeEach(async () => {
    server = await startTestServer();
    person = await signUp(server, 'EMPLOYER');
  });
  afterEach(() => server.stop());

  const verify = (token: string) => accountAct(clientAt(server), 'verifyEmail', { token });
  const verifiedAt = async () =>
    (await person.client.data<{ me: { emailVerifiedAt: string | null } }>('{ me { emailVerifiedAt } }')).me
      .emailVerifiedAt;
  const confirmations = async () =>
    (await mailsOf(server)).filter(({ to, subject }) => to === person.email && /Confirm/.test(subject));

  it('is verified by following the mail, signed in or not', async () => {
    const mail = await mailTo(server, person.email, /Confirmez votre adresse \/ Confirm your address/);
    const link = linkIn(mail);
    expect(`${link.origin}${link.pathname}`).toBe('http://localhost:3000/verify-email');
    expect(await verifiedAt()).toBeNull();
    expect(await verify(`${link.searchParams.get('token')}`)).toEqual(done(person.email));
    expect(Date.parse(`${await verifiedAt()}`)).toBeCloseTo(Date.now(), -5);
  });

  it('is verified once by a mail', async () => {
    const token = await mailedVerificationToken(server, person.email);
    const answers = await Promise.all(Array.from({ length: 6 }, () => verify(token)));
    expect(answers.filter(({ result }) => result === person.email)).toHaveLength(1);
    expect(await verify(token)).toEqual(refused('TOKEN_INVALID', 'token'));
  });

  it('gets another mail when asked for, and the first is worthless then', async () => {
    const first = await mailedVerificationToken(server, person.email);
    expect(await person.client.data(RESEND)).toEqual({ requestEmailVerification: { isSent: true } });
    await until('a second mail', async () => (await confirmations()).length === 2);
    const tokens = (await confirmations()).map((mail) => `${linkIn(mail).searchParams.get('token')}`);
    expect(await verify(first)).toEqual(refused('TOKEN_INVALID', 'token'));
    expect(await verify(tokens.find((token) => token !== first) ?? '')).toEqual(done(person.email));
    expect(await person.client.data(RESEND)).toEqual({ requestEmailVerification: { isSent: false } });
  });

  it('gets three mails an hour at the most on request', async () => {
    for (let n = 0; n < 3; n++) await person.client.data(RESEND);
    expect(await person.client.errorCode(RESEND)).toBe('RATE_LIMITED');
  });

  it('is not verified after 24 hours', async () => {
    const token = await mailedVerificationToken(server, person.email);
    server.clock.advance(86_400_000 + 1000);
    expect(await verify(token)).toEqual(refused('TOKEN_EXPIRED', 'token'));
  });

  it('gets no mail when the sign-up failed', async () => {
    const input = applicant({ email: 'rolled.back@example.org' });
    await whileWritesFail(server.db, 'sessions', async () => {
      const { errors } = await clientAt(server).send(SIGN_UP, { input });
      expect(errors?.[0]?.extensions.code).toBe('INTERNAL_SERVER_ERROR');
    });
    await idleQueue(server);
    expect((await mailsOf(server)).filter(({ to }) => to === input.email)).toEqual([]);
  });

  it('is asked for by the signed-in only', async () => {
    expect(await clientAt(server).errorCode(RESEND)).toBe('UNAUTHENTICATED');
  });
});
