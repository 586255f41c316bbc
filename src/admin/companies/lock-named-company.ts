import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { Company } from '../../companies/company.entity.js';
import { inputUuid } from '../../graphql/ids.js';
import { refusal, UserErrorCode } from '../../graphql/user-error.js';
import { executeIn } from '../../platform/database/database.js';

/** The company named in an input, locked until the transaction ends; what merely refers to it does not wait. */
export async function lockNamedCompany(em: EntityManager, companyId: string): Promise<Company> {
  const id = inputUuid('Company', 'companyId', companyId);
  await executeIn(em, sql`select from companies where id = ${id} for no key update`);
  const company = await em.findOne(Company, { id });
  if (!company) throw refusal(UserErrorCode.NOT_FOUND, 'companyId', 'Company not found.');
  return company;
}
