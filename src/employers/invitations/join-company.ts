import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { mailedTokenInvalid } from '../../auth/find-mailed-token.js';
import { lockAccount } from '../../auth/lock-account.js';
import { refusal, UserErrorCode } from '../../graphql/user-error.js';
import { NotificationType } from '../../notifications/notification.entity.js';
import { notify } from '../../notifications/notify.js';
import { executeIn } from '../../platform/database/database.js';
import { lockCompany } from '../../companies/lock-company.js';
import type { FoundInvitation } from './find-invitation.js';
import { isGood } from './open-invitations.js';

interface Joining {
  invitation: FoundInvitation;
  /** An employer, whose row is written. */
  userId: string;
  /** Where the input has the token. */
  field: string;
  now: Date;
}

/**
 * Makes an employer a member of the company that invited them, and counts their address as verified: the token came to
 * it by mail. Of all who try an invitation at the same time one uses it up.
 */
export async function joinCompany(
  em: EntityManager,
  { invitation: { id, companyId }, userId, field, now }: Joining,
): Promise<void> {
  await lockCompany(em, companyId);
  await lockAccount(em, userId);
  const invitation = await useUp(em, id, userId, now);
  if (!invitation) throw mailedTokenInvalid(field);
  if (!invitation.isTheirs) {
    throw refusal(
      UserErrorCode.EMAIL_MISMATCH,
      field,
      'This invitation was sent to another address than yours.',
    );
  }
  const { canCreateJobs, canManageCandidates, inviterId } = invitation;
  const [joined] = await executeIn(
    em,
    sql<{ id: string }>`
      update employers set company_id = ${companyId}, is_company_admin = false, can_create_jobs = ${canCreateJobs},
        can_manage_candidates = ${canManageCandidates}, updated_at = ${now}
      where user_id = ${userId} and company_id is null returning id`,
  );
  if (!joined) throw refusal(UserErrorCode.ALREADY_IN_COMPANY, null, 'You belong to a company already.');
  await executeIn(
    em,
    sql`update users set email_verified_at = coalesce(email_verified_at, ${now}) where id = ${userId}`,
  );
  if (inviterId === null) return;
  const payload = { event: 'MEMBER_JOINED', employerId: joined.id };
  await notify(em, now, [{ userId: inviterId, type: NotificationType.SYSTEM, payload }]);
}

interface UsedInvitation {
  canCreateJobs: boolean;
  canManageCandidates: boolean;
  /** Whether it was sent to the address the user has. */
  isTheirs: boolean;
  /** The user who invited, if still a member. */
  inviterId: string | null;
}

/** Refused afterwards, it is as good as before: the transaction takes this back. */
async function useUp(
  em: EntityManager,
  id: string,
  userId: string,
  now: Date,
): Promise<UsedInvitation | undefined> {
  const [used] = await executeIn(
    em,
    sql<UsedInvitation>`
      update company_invitations i set accepted_at = ${now}
      where i.id = ${id} and ${isGood('i', now)}
      returning i.can_create_jobs as "canCreateJobs", i.can_manage_candidates as "canManageCandidates",
        i.email = (select email from users where id = ${userId}) as "isTheirs",
        (select e.user_id from employers e
          where e.user_id = i.invited_by_user_id and e.company_id = i.company_id) as "inviterId"`,
  );
  return used;
}
