import { CompanyInvitation } from '../../companies/company-invitation.entity.js';
import { connectionType } from '../../graphql/connection.js';

export const CompanyInvitationConnection = connectionType(
  'CompanyInvitation',
  'invitations',
  () => CompanyInvitation,
);
