import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { accountAct, done } from '../../support/account-acts.js';
import { clientAt } from '../../support/accounts.js';
import { tokenIn, type ReceivedMail } from '../../support/mailbox.js';
import { signUp } from '../../support/people.js';
import { startSmtpInbox, type SmtpInbox } from '../../support/smtp-inbox.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';
import { until } from '../../support/until.js';

describe('with a mail server', () => {
  let inbox: SmtpInbox;
  let servers: TestServer[];
  beforeEach(async () => {
    inbox = await startSmtpInbox();
    servers = [];
  });
  afterEach(async () => {
    for (const server of servers.toReversed()) await server.stop();
    await inbox.stop();
  });

  async function start(databaseUrl?: string): Promise<TestServer> {
    const server = await startTestServer({
      env: { SMTP_URL: inbox.url, APP_URL: 'https://app.example.org' },
      ...(databaseUrl !== undefined && { databaseUrl }),
    });
    servers.push(server);
    return server;
  }

  const received = (address: string): Promise<ReceivedMail> =>
    until(`a mail to ${address}`, async () => (await inbox.mails()).find(({ to }) => to === address));

  it('a mail reaches it, and its link leads back', async () => {
    const server = await start();
    const person = await signUp(server, 'CANDIDATE');
    const mail = await received(person.email);
    expect(mail.text).toContain('https://app.example.org/verify-email?token=');
    expect(await accountAct(clientAt(server), 'verifyEmail', { token: tokenIn(mail) })).toEqual(
      done(person.email),
    );
  });

  it('a mail it refuses for now is sent again later, and no address gets into the log', async () => {
    const server = await start();
    inbox.refusals.push({ responseCode: 451, message: 'person@example.org: try again later' });
    const person = await signUp(server, 'CANDIDATE');
    await received(person.email);
    const log = server.logLines.join('');
    expect(log).toContain('could not be handed over (EMESSAGE 451)');
    expect(log).not.toContain('@example.org');
  });

  it('every mail is sent once, whichever of two processes asked for it', async () => {
    const first = await start();
    const second = await start(first.databaseUrl);
    const people = await Promise.all(
      Array.from({ length: 12 }, (_, n) => signUp(n % 2 === 0 ? first : second, 'CANDIDATE')),
    );
    await until('twelve mails', async () => (await inbox.mails()).length >= people.length);
    expect((await inbox.mails()).map(({ to }) => to).toSorted()).toEqual(
      people.map(({ email }) => email).toSorted(),
    );
  });
});
