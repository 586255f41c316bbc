import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { refusal, UserErrorCode } from '../../graphql/user-error.js';
import { executeIn } from '../../platform/database/database.js';

/** What a company admin is about to do: be none any more, or be gone from the company as well. */
type Parting = 'steps down' | 'goes';

/**
 * Refuses to take a company admin away from the members of a company, locked by the caller, when there is no other admin
 * with an active account. A company that nobody is left in needs none.
 */
export async function checkCompanyAdminRemains(
  em: EntityManager,
  companyId: string,
  employerId: string,
  parting: Parting,
): Promise<void> {
  const [others] = await executeIn(
    em,
    sql<{ members: number; admins: number; isAdmin: boolean }>`
      select count(*) filter (where e.id <> ${employerId})::int as members,
        count(*) filter (where e.id <> ${employerId} and e.is_company_admin and u.is_active)::int as admins,
        coalesce(bool_or(e.is_company_admin) filter (where e.id = ${employerId}), false) as "isAdmin"
      from employers e join users u on u.id = e.user_id
      where e.company_id = ${companyId}`,
  );
  if (!others?.isAdmin || others.admins > 0 || (parting === 'goes' && others.members === 0)) return;
  throw refusal(
    UserErrorCode.LAST_COMPANY_ADMIN,
    null,
    'The company would be left without an active admin: make another member its admin first.',
  );
}
