import type { EntityManager } from '@mikro-orm/postgresql';
import { User } from '../../users/user.entity.js';
import { ProviderIdentity } from '../provider-identity.entity.js';

/** Somebody as a provider knows them: its issuer, and their subject there. */
export interface Identity {
  provider: string;
  subject: string;
}

/** The user an identity belongs to, active or not. */
export async function findUserOfIdentity(
  em: EntityManager,
  { provider, subject }: Identity,
): Promise<User | null> {
  const identity = await em.findOne(ProviderIdentity, { provider, subject });
  return identity && em.findOneOrFail(User, { id: identity.userId });
}
