import { connectionType } from '../../graphql/connection.js';
import { UserInvitation } from './user-invitation.entity.js';

export const UserInvitationConnection = connectionType(
  'UserInvitation',
  'invitations to open an account',
  () => UserInvitation,
);
