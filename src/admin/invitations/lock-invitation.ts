import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { inputUuid } from '../../graphql/ids.js';
import { refusal, UserErrorCode } from '../../graphql/user-error.js';
import { UserInvitation } from './user-invitation.entity.js';

/** The invitation named in an input, locked until the transaction ends; refused once it is accepted or taken back. */
export async function lockInvitation(em: EntityManager, invitationId: string): Promise<UserInvitation> {
  const id = inputUuid('UserInvitation', 'invitationId', invitationId);
  const invitation = await em.findOne(UserInvitation, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!invitation) throw refusal(UserErrorCode.NOT_FOUND, 'invitationId', 'Invitation not found.');
  return invitation;
}
