import { describe, expect, it } from '@jest/globals';
import { MailLinks, mailTokenHash } from '../../../src/platform/mail/mail-links.js';

const OLD = 'Qw7xT2vB9nM4kLpZ8sRdF6gHjY3cVeUa';
const NEW = 'rW4nT8yB2kQ6zX1vM9cL5hJ7gF3dS0pA';
const ID = '01890a5d-ac96-774b-bcce-b302099a8057';

const links = (...secrets: string[]) => new MailLinks('https://app.example.org/fr/', secrets);
const rowMadeWith = (secret: string) => ({ id: ID, tokenHash: links(secret).tokenHashOf(ID) });

describe('the link of a mail', () => {
  it('leads to a page of the front end, with the token whose hash the row has', () => {
    const row = rowMadeWith(NEW);
    const link = new URL(links(NEW).linkTo('verify-email', row) ?? '');
    expect(`${link.origin}${link.pathname}`).toBe('https://app.example.org/fr/verify-email');
    const token = link.searchParams.get('token') ?? '';
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(mailTokenHash(token)).toBe(row.tokenHash);
    expect(row.tokenHash).not.toContain(token);
  });

  it('stays the same while the secret is replaced', () => {
    const before = links(OLD).linkTo('reset-password', rowMadeWith(OLD));
    expect(before).not.toBeNull();
    expect(links(NEW, OLD).linkTo('reset-password', rowMadeWith(OLD))).toBe(before);
    // Replaced step by step, some processes still sign with the old one: each knows both.
    expect(links(OLD, NEW).linkTo('reset-password', rowMadeWith(NEW))).toBe(
      links(NEW).linkTo('reset-password', rowMadeWith(NEW)),
    );
  });

  it('cannot be made again once its secret is gone', () => {
    expect(links(NEW).linkTo('reset-password', rowMadeWith(OLD))).toBeNull();
  });

  it('has a token of its own for each row and each secret', () => {
    const other = '01890a5d-ac96-774b-bcce-b302099a8058';
    const hashes = [OLD, NEW].flatMap((secret) => [ID, other].map((id) => links(secret).tokenHashOf(id)));
    expect(new Set(hashes).size).toBe(4);
  });
});
