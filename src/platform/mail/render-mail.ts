import escapeHtml from 'escape-html';
import type { Mail, MailContent, MailText } from './mail.js';

/** Puts a mail's content into both forms mail programs show: plain text and HTML. */
export function renderMail(id: string, { to, french, english, link }: MailContent): Mail {
  const texts = [french, english];
  return {
    id,
    to,
    subject: texts.map(({ subject }) => subject).join(' / '),
    text: texts.map((text) => plain(text, link)).join('\n\n--\n\n'),
    html: `<!doctype html>\n<html><body style="font-family: sans-serif; line-height: 1.5">\n${texts
      .map((text) => html(text, link))
      .join('\n<hr>\n')}\n</body></html>\n`,
  };
}

function plain({ paragraphs, action }: MailText, link: string | undefined): string {
  const lines = link === undefined ? paragraphs : [...paragraphs, `${action ?? 'IntoWork'}:\n${link}`];
  return lines.join('\n\n');
}

function html({ paragraphs, action }: MailText, link: string | undefined): string {
  const lines = paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`);
  if (link !== undefined) {
    lines.push(`<p><a href="${escapeHtml(link)}">${escapeHtml(action ?? 'IntoWork')}</a></p>`);
  }
  return lines.join('\n');
}
