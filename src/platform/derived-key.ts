import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';

const KEY_BYTES = 32;

/**
 * A key made from a secret for one purpose, so that none can stand in for another. Not plain bytes: jsonwebtoken would
 * try to read those as a key pair, and fail, each time it signs or checks a token.
 */
export function derivedKey(secret: string, purpose: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', `intowork ${purpose}`, KEY_BYTES)));
}
