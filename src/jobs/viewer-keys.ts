import { createHmac, type KeyObject } from 'node:crypto';
import type { Context } from '../graphql/context.js';
import { derivedKey } from '../platform/derived-key.js';
import { addressGroup } from '../platform/network.js';

/**
 * Tells viewers apart for one day. Who is signed in is the user; of others only a keyed digest of address and browser is
 * kept, made with the day: it links no visits of two days, and nobody can find an address by trying all there are.
 */
export class ViewerKeys {
  readonly #key: KeyObject;

  constructor(secret: string) {
    this.#key = derivedKey(secret, 'viewer keys');
  }

  keyOf({ viewer, client }: Pick<Context, 'viewer' | 'client'>, day: string): string {
    if (viewer) return viewer.userId;
    return createHmac('sha256', this.#key)
      .update(JSON.stringify([day, addressGroup(client.ip), client.userAgent]))
      .digest('base64url');
  }
}
