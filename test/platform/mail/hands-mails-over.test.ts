import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createMailer, type Mailer } from '../../../src/platform/mail/mailer.js';
import { renderMail } from '../../../src/platform/mail/render-mail.js';
import { parseMail } from '../../support/mailbox.js';
import { startSmtpInbox, type SmtpInbox } from '../../support/smtp-inbox.js';

const LINK = 'https://app.example.org/verify-email?token=a&b=c';
const MAIL = renderMail('verify-email-7', {
  to: 'ama@example.org',
  french: { subject: 'Bienvenue, Étienne', paragraphs: ['Bonjour <Étienne> & Cie,'], action: 'Vérifier' },
  english: { subject: 'Welcome, Étienne', paragraphs: ['Hello <Étienne> & Co,'], action: 'Verify' },
  link: LINK,
});
const RECEIVED = {
  to: 'ama@example.org',
  subject: 'Bienvenue, Étienne / Welcome, Étienne',
  messageId: '<verify-email-7@example.org>',
};

describe('a mail', () => {
  let folder: string;
  let inbox: SmtpInbox;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'intowork-mail-'));
    inbox = await startSmtpInbox();
  });
  afterEach(async () => {
    await inbox.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const mailer = (smtpUrl?: string): Mailer =>
    createMailer({ smtpUrl, from: 'IntoWork <no-reply@example.org>', folder: join(folder, 'mail') });

  it('reaches an SMTP server whole', async () => {
    await mailer(inbox.url).send(MAIL);
    const mails = await inbox.mails();
    expect(mails).toEqual([expect.objectContaining(RECEIVED)]);
    const [{ text, html } = { text: '', html: '' }] = mails;
    expect(text.split(LINK)).toHaveLength(3);
    expect(text).toContain('Bonjour <Étienne> & Cie,');
    expect(html).toContain('Hello &lt;Étienne&gt; &amp; Co,');
    expect(html).toContain(`href="${LINK.replace('&', '&amp;')}"`);
  });

  it('becomes a file that only its owner may read, when there is no server', async () => {
    await mailer().send(MAIL);
    expect(await readdir(join(folder, 'mail'))).toEqual(['verify-email-7.eml']);
    const path = join(folder, 'mail', 'verify-email-7.eml');
    expect(await parseMail(await readFile(path))).toMatchObject(RECEIVED);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('that is refused fails with the code alone: what servers answer quotes addresses', async () => {
    inbox.refusals.push({ responseCode: 451, message: 'ama@example.org is busy' });
    const error = await mailer(inbox.url)
      .send(MAIL)
      .then(
        () => null,
        (reason: unknown) => reason,
      );
    expect(error).toEqual(new Error('the mail could not be handed over (EMESSAGE 451)'));
    expect((error as Error).stack).not.toContain('ama@');
    expect(await inbox.mails()).toEqual([]);
  });

  it('fails when the server is away', async () => {
    await expect(mailer('smtp://127.0.0.1:1').send(MAIL)).rejects.toThrow(/\(E\w+\)$/);
  });

  it('has no headers but ours, whatever its texts hold', async () => {
    const mail = renderMail('a', {
      to: 'ama@example.org',
      french: { subject: 'Bonjour\r\nBcc: everybody@example.org', paragraphs: [] },
      english: { subject: 'Hello', paragraphs: [] },
    });
    await mailer().send(mail);
    const source = await readFile(join(folder, 'mail', 'a.eml'), 'utf8');
    expect(source.split('\n\n', 1)[0]).not.toMatch(/^bcc:/im);
  });
});
