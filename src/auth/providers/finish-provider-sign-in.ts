import type { EntityManager } from '@mikro-orm/postgresql';
import { ProviderSignIn } from './provider-sign-in.entity.js';
import type { Provider } from './providers.js';

/** Uses up the nonce of a sign-in; false when it never was one of this provider, is too old, or was used before. */
export async function finishProviderSignIn(
  em: EntityManager,
  provider: Provider,
  nonce: string,
  now: Date,
): Promise<boolean> {
  const used = await em.nativeDelete(ProviderSignIn, {
    nonce,
    provider: provider.issuer,
    expiresAt: { $gt: now },
  });
  return used === 1;
}
