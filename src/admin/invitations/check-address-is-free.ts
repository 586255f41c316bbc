import type { EntityManager } from '@mikro-orm/postgresql';
import { emailTaken } from '../../auth/create-account.js';
import { User } from '../../users/user.entity.js';

/** Refuses to mail an offer nobody could accept. Whoever takes the address later is found when it is accepted. */
export async function checkAddressIsFree(em: EntityManager, email: string): Promise<void> {
  // citext: compared without regard to case.
  if ((await em.count(User, { email })) > 0) throw emailTaken('email');
}
