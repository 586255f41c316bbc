import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { refusal, UserErrorCode } from '../graphql/user-error.js';
import { executeIn } from '../platform/database/database.js';
import { Company } from './company.entity.js';

/**
 * A company for changes that wait for each other until the transaction ends. Rows that merely refer to it, such as a
 * new job, do not wait.
 */
export async function lockCompany(em: EntityManager, id: string): Promise<Company> {
  await executeIn(em, sql`select from companies where id = ${id} for no key update`);
  const company = await em.findOne(Company, { id });
  if (!company) throw refusal(UserErrorCode.NOT_FOUND, null, 'Company not found.');
  return company;
}
