import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Mail } from './mail.js';

/** Hands mails over, to an SMTP server or to a folder. */
export interface Mailer {
  /** Resolves once the mail is handed over; until then it is the sender's to try again. */
  send(mail: Mail): Promise<void>;
}

export interface MailerSettings {
  /** Undefined: mails become `.eml` files in `folder`. */
  smtpUrl: string | undefined;
  /** Sender, such as `IntoWork <no-reply@intowork.example>`. */
  from: string;
  folder: string;
}

/** A mail server that does not answer must not hold a worker for long. */
const TIMEOUT_MS = 15_000;

export function createMailer({ smtpUrl, from, folder }: MailerSettings): Mailer {
  return smtpUrl === undefined ? fileMailer(from, folder) : smtpMailer(smtpUrl, from);
}

function smtpMailer(url: string, from: string): Mailer {
  const transport = createTransport(
    { url, connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS },
    { from },
  );
  return {
    send: async (mail) => {
      try {
        await transport.sendMail(messageOf(mail, from));
      } catch (error) {
        throw handOverFailed(error);
      }
    },
  };
}

function fileMailer(from: string, folder: string): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' }, { from });
  return {
    send: async (mail) => {
      const { message } = await transport.sendMail(messageOf(mail, from));
      await mkdir(folder, { recursive: true });
      // Its links are as good as passwords.
      await writeFile(join(folder, `${mail.id}.eml`), message, { mode: 0o600 });
    },
  };
}

/** A mail sent twice, because a process died before it could note the first time, carries the same id twice. */
function messageOf({ id, to, subject, text, html }: Mail, from: string) {
  const domain = /@([^>\s]+)/.exec(from)?.[1] ?? 'localhost';
  return {
    messageId: `<${id}@${domain}>`,
    to,
    subject,
    text,
    html,
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
}

/** What servers answer quotes addresses, and would end up in the log: only the codes are kept. */
function handOverFailed(error: unknown): Error {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  return new Error(`the mail could not be handed over (${[code, responseCode].filter(Boolean).join(' ')})`);
}
