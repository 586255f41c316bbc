import type { EntityManager } from '@mikro-orm/postgresql';
import { User } from '../../users/user.entity.js';
import { lockAccount } from '../lock-account.js';
import { ProviderIdentity } from '../provider-identity.entity.js';

/** Somebody as a provider knows them: its issuer, and their subject there. */
export interface Identity {
  provider: string;
  subject: string;
}

/** The user an identity belongs to, active or not; their account is locked until the transaction ends. */
export async function findUserOfIdentity(
  em: EntityManager,
  { provider, subject }: Identity,
): Promise<User | null> {
  const identity = await em.findOne(ProviderIdentity, { provider, subject });
  if (!identity) return null;
  await lockAccount(em, identity.userId);
  // While this waited, the account may have been handed over and the identity taken from it, or all of it deleted.
  const isStillTheirs = (await em.count(ProviderIdentity, { id: identity.id })) === 1;
  return isStillTheirs ? em.findOneOrFail(User, { id: identity.userId }) : null;
}
