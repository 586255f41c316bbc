import { hkdfSync } from 'node:crypto';

const KEY_BYTES = 32;

/** A key made from a secret for one purpose, so that none can stand in for another. */
export function derivedKey(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `intowork ${purpose}`, KEY_BYTES));
}
