import type { KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { derivedKey } from '../derived-key.js';

const ALGORITHM = 'HS256';

/** What an upload link lets in: one file, of exactly this type and size. */
export interface UploadClaims {
  key: string;
  contentType: string;
  sizeBytes: number;
}

/** What a download link hands out. */
export interface DownloadClaims {
  key: string;
  contentType: string;
  /** Ready for the header Content-Disposition. */
  disposition: string;
}

interface ClaimsOf {
  upload: UploadClaims;
  download: DownloadClaims;
}

/** Keys are ours, a folder and a UUID; nothing else gets near a file system, whoever signed it. */
const KEY = /^[a-z]+\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Signs and checks the links to files on our own disk. The current secret signs, the one before is still accepted. */
export class FileTokens {
  readonly #keys: KeyObject[];

  constructor(...secrets: (string | undefined)[]) {
    this.#keys = secrets.flatMap((secret) =>
      secret === undefined ? [] : [derivedKey(secret, 'file links')],
    );
  }

  sign<Use extends keyof ClaimsOf>(use: Use, claims: ClaimsOf[Use], expiresAt: Date): string {
    const [key] = this.#keys;
    if (!key) throw new Error('file links need a secret');
    return jwt.sign({ ...claims, exp: seconds(expiresAt) }, key, {
      algorithm: ALGORITHM,
      audience: use,
      noTimestamp: true,
    });
  }

  /** What the token says; null when it is forged, expired, or made for another use. */
  verify<Use extends keyof ClaimsOf>(use: Use, token: string, now: Date): ClaimsOf[Use] | null {
    for (const key of this.#keys) {
      try {
        const claims = jwt.verify(token, key, {
          algorithms: [ALGORITHM],
          audience: use,
          clockTimestamp: seconds(now),
        });
        // We signed it, so its shape is ours.
        return typeof claims === 'object' && KEY.test(String(claims['key']))
          ? (claims as unknown as ClaimsOf[Use])
          : null;
      } catch {
        continue;
      }
    }
    return null;
  }
}

function seconds(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}
