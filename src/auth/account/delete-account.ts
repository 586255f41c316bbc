import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { recordAudit } from '../../admin/record-audit.js';
import type { Context } from '../../graphql/context.js';
import type { Viewer } from '../../graphql/viewer.js';
import { executeIn } from '../../platform/database/database.js';
import { User } from '../../users/user.entity.js';
import { announceEndedSessions } from '../announce-ended-sessions.js';
import { checkStillConfirmed, confirmIdentity } from '../confirm-identity.js';
import { lockAccount } from '../lock-account.js';
import type { Passwords } from '../passwords.js';
import { accountDeletedMail } from './account-deleted.mail.js';
import { checkMayLeave } from './check-may-leave.js';

/**
 * Deletes the viewer's account with everything that belongs to it. What others work with stays: the company and its
 * jobs, and in histories the fact without the person.
 */
export async function deleteAccount(
  ctx: Context,
  passwords: Passwords,
  viewer: Viewer,
  currentPassword: string | null | undefined,
): Promise<void> {
  const confirmed = await confirmIdentity(ctx, passwords, viewer, currentPassword);
  const { userId, email, firstName } = viewer;
  await ctx.db.transaction(async (em) => {
    await checkMayLeave(em, viewer);
    checkStillConfirmed(confirmed, await lockAccount(em, userId));
    await lockWhatIsTouched(em, userId);
    await uncountApplications(em, userId);
    recordAudit(ctx, em, { action: 'ACCOUNT_DELETED', subjectType: 'User', subjectId: userId });
    // Written while its actor exists; the deletion makes that null.
    await em.flush();
    await accountDeletedMail.add(em, { email, firstName });
    await em.nativeDelete(User, { id: userId });
    await announceEndedSessions.add(em, { userId });
  });
}

/**
 * In the order in which the other acts come to these rows: job, application, profile. Deleting the user reaches them
 * in another order, and of two acts that wait for each other one fails. Jobs stay, so others may go on referring to them.
 */
async function lockWhatIsTouched(em: EntityManager, userId: string): Promise<void> {
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
  await executeIn(em, sql`select from candidates where user_id = ${userId} for update`);
  await executeIn(em, sql`select from employers where user_id = ${userId} for update`);
}

async function uncountApplications(em: EntityManager, userId: string): Promise<void> {
  await executeIn(
    em,
    sql`update jobs j set applications_count = j.applications_count - gone.n
      from (select a.job_id, count(*) as n from applications a join candidates c on c.id = a.candidate_id
        where c.user_id = ${userId} group by a.job_id) gone
      where j.id = gone.job_id`,
  );
}
