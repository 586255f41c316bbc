import type { EntityManager } from '@mikro-orm/postgresql';
import { createCandidateProfile } from '../candidates/create-candidate-profile.js';
import { createEmployerProfile } from '../employers/create-employer-profile.js';
import { Role } from '../graphql/role.js';
import { refusal, UserErrorCode, type Refusal } from '../graphql/user-error.js';
import { User } from '../users/user.entity.js';

export interface NewAccount {
  email: string;
  firstName: string;
  lastName: string;
  role: `${Role}`;
  /** Null for somebody who signs in through a provider. */
  passwordHash: string | null;
  emailVerifiedAt: Date | null;
}

/** What a second account with an address violates. */
export const EMAIL_UNIQUE = 'users_email_unique';

/** A user and the empty profile of their role, if it has one, in the transaction of their sign-up. */
export function createAccount(em: EntityManager, account: NewAccount, now: Date): User {
  const role = Role[account.role];
  const user = em.create(User, { ...account, role, createdAt: now, updatedAt: now });
  if (role === Role.CANDIDATE) createCandidateProfile(em, user.id, now);
  if (role === Role.EMPLOYER) createEmployerProfile(em, user.id, now);
  return user;
}

export function emailTaken(field: string): Refusal {
  return refusal(UserErrorCode.EMAIL_TAKEN, field, 'An account with this e-mail address exists already.');
}
