import { createHash, type KeyObject } from 'node:crypto';
import { derivedKey } from '../platform/derived-key.js';

/** One live secret, and the keys made from it: one per purpose, so that none can stand in for another. */
export interface SigningKey {
  /** Goes into the `kid` header of tokens. Names the secret without giving anything of it away. */
  id: string;
  accessTokens: KeyObject;
  refreshTokens: KeyObject;
  refreshTokenDigests: KeyObject;
  successorIds: KeyObject;
  registrationTokens: KeyObject;
  accountDigests: KeyObject;
}

/** The current secret signs; a previous one is still accepted, so that a secret can be replaced in peace. */
export class SigningKeys {
  readonly current: SigningKey;
  readonly #all: SigningKey[];

  constructor(secret: string, previousSecret?: string) {
    this.current = signingKey(secret);
    this.#all = previousSecret === undefined ? [this.current] : [this.current, signingKey(previousSecret)];
  }

  find(id: unknown): SigningKey | undefined {
    return this.#all.find((key) => key.id === id);
  }

  all(): readonly SigningKey[] {
    return this.#all;
  }
}

function signingKey(secret: string): SigningKey {
  const keyFor = (purpose: string): KeyObject => derivedKey(secret, purpose);
  return {
    id: createHash('sha256').update(keyFor('key id').export()).digest('base64url').slice(0, 11),
    accessTokens: keyFor('access tokens'),
    refreshTokens: keyFor('refresh tokens'),
    refreshTokenDigests: keyFor('refresh token digests'),
    successorIds: keyFor('successor ids'),
    registrationTokens: keyFor('registration tokens'),
    accountDigests: keyFor('account digests'),
  };
}
