import { createHash, randomBytes } from 'node:crypto';

/** A secret for whoever begins a sign-in. */
export function makeVerifier(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * The nonce of a sign-in. It stands in the id_token for everybody to see who gets hold of that, and gives nothing
 * away of the verifier they would need to use it.
 */
export function nonceOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}
