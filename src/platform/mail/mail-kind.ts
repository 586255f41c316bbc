import type { JobContext } from '../queue/job-context.js';
import { jobKind, type JobKind } from '../queue/job-kind.js';
import type { MailContent } from './mail.js';
import { renderMail } from './render-mail.js';

/**
 * Defines a kind of mail. What it says is read from the database when it is sent, so that a mail whose reason is gone
 * by then (a link used, an account deleted) is not sent: `compose` answers null.
 */
export function mailKind<Payload extends object>(
  name: string,
  compose: (ctx: JobContext, payload: Payload) => Promise<MailContent | null>,
): JobKind<Payload> {
  return jobKind<Payload>(`mail: ${name}`, async (ctx, payload) => {
    const content = await compose(ctx, payload);
    if (!content) return;
    await ctx.mailer.send(renderMail(`${name.replaceAll(' ', '-')}-${ctx.jobId}`, content));
    if (ctx.logsMailLinks && content.link !== undefined) ctx.log.info({ link: content.link }, 'mail link');
  });
}
