import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { refusal, UserErrorCode } from '../graphql/user-error.js';
import { executeIn } from '../platform/database/database.js';
import { Company } from './company.entity.js';

/**
 * Locks a company until the transaction ends. Whatever changes it, who its members are, what they may do or whom it
 * invites takes this lock first, before users and employers: so one comes after the other and sees what that one did.
 */
export async function lockCompany(em: EntityManager, id: string): Promise<void> {
  // Not FOR UPDATE: jobs and applications of the company may be written meanwhile.
  await executeIn(em, sql`select from companies where id = ${id} for no key update`);
}

/** Locks a company to change it; NOT_FOUND, about the field of the input that names it, when it is gone. */
export async function lockedCompany(
  em: EntityManager,
  id: string,
  field: 'companyId' | null,
): Promise<Company> {
  await lockCompany(em, id);
  const company = await em.findOne(Company, { id });
  if (!company) throw refusal(UserErrorCode.NOT_FOUND, field, 'Company not found.');
  return company;
}
