import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import type { TestServer } from './test-server.js';
import { until } from './until.js';

export interface ReceivedMail {
  to: string;
  subject: string;
  text: string;
  html: string;
  messageId: string;
}

type WithMails = Pick<TestServer, 'dataDir'>;

/** Every mail the server has written so far. */
export async function mailsOf({ dataDir }: WithMails): Promise<ReceivedMail[]> {
  const folder = join(dataDir, 'mail');
  const files = await readdir(folder).catch(() => []);
  return Promise.all(files.map(async (file) => parseMail(await readFile(join(folder, file)))));
}

export async function parseMail(source: Buffer): Promise<ReceivedMail> {
  const { to, subject = '', text = '', html, messageId = '' } = await simpleParser(source);
  const addressee = Array.isArray(to) ? to.map((address) => address.text).join() : (to?.text ?? '');
  return { to: addressee, subject, text, html: typeof html === 'string' ? html : '', messageId };
}

/** Waits for the mail to an address whose subject matches. */
export function mailTo(server: WithMails, address: string, subject: RegExp): Promise<ReceivedMail> {
  return until(`a mail to ${address} about ${subject.source}`, async () =>
    (await mailsOf(server)).find((mail) => mail.to === address && subject.test(mail.subject)),
  );
}

/** The address a mail leads to. */
export function linkIn({ text }: ReceivedMail): URL {
  const link = /https?:\/\/\S+/.exec(text)?.[0];
  if (link === undefined) throw new Error(`no link in:\n${text}`);
  return new URL(link);
}

export function tokenIn(mail: ReceivedMail): string {
  const token = linkIn(mail).searchParams.get('token');
  if (token === null) throw new Error(`no token in the link of:\n${mail.text}`);
  return token;
}
