import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Role } from '../../graphql/role.js';
import { executeIn } from '../../platform/database/database.js';
import { lockAccount, type Account } from '../lock-account.js';
import { checkMayLeave } from './check-may-leave.js';

/**
 * Locks an account that is to go and all that going touches, having made sure that it may. In the order in which the
 * other acts come to these rows: jobs, applications, company, account, profile. Deleting the user reaches them in another
 * order, and of two acts that wait for each other one fails. Null when the account is gone.
 */
export async function lockLeaver(
  em: EntityManager,
  leaver: { userId: string; role: Role },
): Promise<Account | null> {
  const { userId } = leaver;
  await lockWork(em, userId);
  await checkMayLeave(em, leaver);
  const account = await lockAccount(em, userId);
  await executeIn(em, sql`select from candidates where user_id = ${userId} for update`);
  await executeIn(em, sql`select from employers where user_id = ${userId} for update`);
  return account;
}

/** Jobs stay, so others may go on referring to them. */
async function lockWork(em: EntityManager, userId: string): Promise<void> {
  await executeIn(
    em,
    sql`select from jobs j
      where j.employer_id = (select id from employers where user_id = ${userId})
        or j.id in (select a.job_id from applications a join candidates c on c.id = a.candidate_id
          where c.user_id = ${userId})
      order by j.id for no key update`,
  );
  await executeIn(
    em,
    sql`select from applications a
      where a.candidate_id = (select id from candidates where user_id = ${userId})
        or a.employer_id = (select id from employers where user_id = ${userId})
      order by a.id for update`,
  );
}
