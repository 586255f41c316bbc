import type { EntityManager } from '@mikro-orm/postgresql';
import { CompanyInvitation } from '../../companies/company-invitation.entity.js';
import { inputUuid } from '../../graphql/ids.js';
import { refusal, UserErrorCode } from '../../graphql/user-error.js';

/**
 * The invitation named in an input, of a company that is locked, so that nobody joins by it before this is over. Refused
 * when it has come to its end.
 */
export async function findOpenInvitation(
  em: EntityManager,
  companyId: string,
  invitationId: string,
): Promise<CompanyInvitation> {
  const id = inputUuid('CompanyInvitation', 'invitationId', invitationId);
  const invitation = await em.findOne(CompanyInvitation, { id, companyId });
  if (!invitation) {
    throw refusal(UserErrorCode.NOT_FOUND, 'invitationId', 'Your company has no such invitation.');
  }
  if (invitation.acceptedAt ?? invitation.cancelledAt) {
    const how = invitation.acceptedAt ? 'accepted' : 'cancelled';
    throw refusal(UserErrorCode.INVALID_TRANSITION, 'invitationId', `This invitation was ${how} already.`);
  }
  return invitation;
}
