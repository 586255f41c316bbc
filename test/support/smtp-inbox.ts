import { SMTPServer } from 'smtp-server';
import { parseMail, type ReceivedMail } from './mailbox.js';

export interface SmtpInbox {
  url: string;
  /** What it was given so far. */
  mails(): Promise<ReceivedMail[]>;
  /** What the next deliveries are answered with, instead of being taken. */
  refusals: { responseCode: number; message: string }[];
  stop(): Promise<void>;
}

/** A real SMTP server that keeps what it gets. */
export async function startSmtpInbox(): Promise<SmtpInbox> {
  const sources: Buffer[] = [];
  const refusals: SmtpInbox['refusals'] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const refusal = refusals.shift();
        if (refusal) return done(Object.assign(new Error(refusal.message), refusal));
        sources.push(Buffer.concat(chunks));
        return done();
      });
    },
  });
  const port = await new Promise<number>((resolve) => {
    const listener = server.listen(0, '127.0.0.1', () => {
      const address = listener.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails: () => Promise.all(sources.map(parseMail)),
    refusals,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}
