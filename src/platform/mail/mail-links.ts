import { createHash, createHmac, type KeyObject } from 'node:crypto';
import { derivedKey } from '../derived-key.js';

/** Pages of the front end that mails lead to; each reads `token` from the query of its address. */
export type MailPage = 'verify-email' | 'reset-password' | 'accept-invitation' | 'activate-account';

/**
 * Links with a token that proves to whom a mail was sent. The token of a row is a keyed digest of the row's id, so it
 * is stored nowhere: the row holds only its hash, the queue only the id, and the mail is the one place that has it.
 */
export class MailLinks {
  readonly #keys: KeyObject[];

  /** @param secrets the live ones, the current first */
  constructor(
    private readonly appUrl: string,
    secrets: readonly string[],
  ) {
    this.#keys = secrets.map((secret) => derivedKey(secret, 'mail links'));
  }

  /** What a new row stores of its token. */
  tokenHashOf(rowId: string): string {
    const [key] = this.#keys;
    if (!key) throw new Error('mail links need a secret');
    return mailTokenHash(tokenBy(key, rowId));
  }

  /** The link of a row; null when the secret it was made with is gone. */
  linkTo(page: MailPage, row: { id: string; tokenHash: string }): string | null {
    const token = this.#keys
      .map((key) => tokenBy(key, row.id))
      .find((candidate) => mailTokenHash(candidate) === row.tokenHash);
    if (token === undefined) return null;
    const url = new URL(this.appUrl);
    url.pathname = `${url.pathname.replace(/\/$/, '')}/${page}`;
    url.searchParams.set('token', token);
    return url.href;
  }
}

function tokenBy(key: KeyObject, rowId: string): string {
  return createHmac('sha256', key).update(rowId).digest('base64url');
}

/** By which the row of a token is found. The token is 256 bits nobody can guess: a plain digest is enough. */
export function mailTokenHash(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
