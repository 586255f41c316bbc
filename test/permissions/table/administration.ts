import { administrators, everybody, type Domain } from '../permissions.js';

export const administrationTable: Domain = {
  title: 'Administration',
  queries: [
    { operation: 'users', cells: administrators() },
    { operation: 'user', args: { id: 'the user behind the candidate' }, cells: administrators() },
    { operation: 'userInvitations', cells: administrators() },
    { operation: 'adminJobs', cells: administrators() },
    { operation: 'auditLog', cells: administrators() },
  ],
  mutations: [
    { operation: 'inviteUser', cells: administrators() },
    { operation: 'resendUserInvitation', cells: administrators() },
    { operation: 'cancelUserInvitation', cells: administrators() },
    { operation: 'acceptUserInvitation', of: 'with the token that was mailed', cells: everybody() },
    { operation: 'deactivateUser', of: 'another user', cells: administrators() },
    { operation: 'activateUser', of: 'another user', cells: administrators() },
    { operation: 'deleteUser', of: 'another user', cells: administrators() },
    { operation: 'signOutUser', of: 'another user', cells: administrators() },
    { operation: 'sendPasswordReset', of: 'another user', cells: administrators() },
    { operation: 'verifyCompany', cells: administrators() },
    { operation: 'unverifyCompany', cells: administrators() },
    { operation: 'appointCompanyAdmin', of: 'a member', cells: administrators() },
    { operation: 'deleteCompany', cells: administrators() },
    { operation: 'takeDownJob', cells: administrators() },
  ],
  types: [
    {
      type: 'UserInvitation',
      seen: 'Administrators.',
      objects: { 'an invitation to open an account': ['administrator'] },
    },
    {
      type: 'AuditEntry',
      seen: 'Administrators.',
      objects: { 'an entry of the audit log': ['administrator'] },
    },
    { type: 'AuditDetail', seen: 'Administrators.' },
  ],
};
