import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { recordAudit } from '../../admin/record-audit.js';
import type { Context } from '../../graphql/context.js';
import { executeIn } from '../../platform/database/database.js';
import { User } from '../../users/user.entity.js';
import { announceEndedSessions } from '../announce-ended-sessions.js';
import { accountDeletedMail } from './account-deleted.mail.js';

interface Leaver {
  userId: string;
  email: string;
  firstName: string;
}

/**
 * The one way an account goes, by its owner or an administrator, with everything that belongs to it. What others work
 * with stays: the company and its jobs, and in histories the fact without the person. Comes after lockLeaver.
 */
export async function removeAccount(
  ctx: Context,
  em: EntityManager,
  { userId, email, firstName }: Leaver,
  action: 'ACCOUNT_DELETED' | 'USER_DELETED',
): Promise<void> {
  await uncountApplications(em, userId);
  recordAudit(ctx, em, { action, subjectType: 'User', subjectId: userId });
  // Written while its actor exists; the deletion makes that null.
  await em.flush();
  await accountDeletedMail.add(em, { email, firstName });
  await em.nativeDelete(User, { id: userId });
  await announceEndedSessions.add(em, { userId });
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
