import type { Context } from '../../graphql/context.js';
import { rowById } from '../../graphql/row-by-id.js';
import { maySeeAdministration } from '../admin.policy.js';
import { UserInvitation } from './user-invitation.entity.js';

const userInvitationById = rowById(UserInvitation, 'user_invitations');

/** An invitation to open an account, for administrators; null for everybody else, as if it did not exist. */
export function findVisibleUserInvitation(ctx: Context, id: string): Promise<UserInvitation | null> {
  return maySeeAdministration(ctx.viewer) ? userInvitationById(ctx).load(id) : Promise.resolve(null);
}
