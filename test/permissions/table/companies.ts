import { ALL_MEMBERS, employers, everybody, EVERYBODY, only, type Domain } from '../permissions.js';

export const companiesTable: Domain = {
  title: 'Companies and employers',
  queries: [
    { operation: 'company', args: { id: 'the company' }, cells: everybody() },
    {
      operation: 'companyOfInvitation',
      of: 'with its token',
      args: { token: 'the token of the invitation' },
      cells: everybody(),
    },
    { operation: 'companies', cells: everybody() },
  ],
  mutations: [
    {
      operation: 'createCompany',
      cells: only(['newcomer'], employers(), 'user error ALREADY_IN_COMPANY'),
    },
    { operation: 'setMemberPermissions', of: 'of a member', cells: managesCompany() },
    { operation: 'handOverCompanyAdmin', of: 'to a colleague', cells: managesCompany() },
    { operation: 'removeMember', of: 'a colleague', cells: managesCompany() },
    {
      operation: 'leaveCompany',
      of: 'while there are other members and no other admin of the company',
      cells: employers({
        author: 'user error LAST_COMPANY_ADMIN',
        newcomer: 'user error COMPANY_REQUIRED',
      }),
    },
    {
      operation: 'inviteMember',
      of: "to the viewer's own company",
      cells: only(['author', 'other employer'], employers(), 'FORBIDDEN'),
    },
    { operation: 'resendCompanyInvitation', cells: managesCompany() },
    { operation: 'cancelCompanyInvitation', cells: managesCompany() },
    {
      operation: 'acceptCompanyInvitation',
      of: 'sent to the newcomer',
      cells: only(['newcomer'], employers(), 'user error EMAIL_MISMATCH'),
    },
    { operation: 'updateEmployerProfile', cells: employers() },
    { operation: 'updateCompany', of: "the viewer's own company", cells: ofCompanyAdmins() },
    { operation: 'requestCompanyLogoUpload', of: "the viewer's own company", cells: ofCompanyAdmins() },
    {
      operation: 'completeCompanyLogoUpload',
      of: 'an upload of the author',
      cells: { ...ofCompanyAdmins(), 'other employer': 'user error NOT_FOUND' },
    },
    { operation: 'deleteCompanyLogo', of: "the viewer's own company", cells: ofCompanyAdmins() },
  ],
  types: [
    {
      type: 'Company',
      seen: 'Everybody.',
      objects: { 'the company': EVERYBODY },
      fields: {
        members: [...ALL_MEMBERS, 'administrator'],
        invitations: ['author', 'administrator'],
        stats: [...ALL_MEMBERS, 'administrator'],
      },
    },
    {
      type: 'CompanyInvitation',
      seen: 'Company admins of the company, and administrators.',
      objects: {
        'an invitation to the company': ['author', 'administrator'],
        'an accepted invitation': ['author', 'administrator'],
        'a cancelled invitation': ['author', 'administrator'],
      },
    },
    { type: 'CompanyStats', seen: 'Members of the company and administrators.' },
    { type: 'JobStatusCount', seen: 'Members of the company and administrators.' },
    {
      type: 'Employer',
      seen: 'The employer, members of the same company, administrators.',
      objects: {
        'the profile of the author': [...ALL_MEMBERS, 'administrator'],
        'the profile of the newcomer': ['newcomer', 'administrator'],
      },
    },
  ],
};

/** Of two company admins each finds what belongs to their own company only. */
function managesCompany() {
  return only(['author'], employers({ 'other employer': 'user error NOT_FOUND' }), 'FORBIDDEN');
}

/** What admins of a company do to their own. */
function ofCompanyAdmins() {
  return only(
    ['author', 'other employer'],
    employers({ newcomer: 'user error COMPANY_REQUIRED' }),
    'FORBIDDEN',
  );
}
