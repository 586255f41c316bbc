import { ALL_MEMBERS, employers, everybody, EVERYBODY, only, type Domain } from '../permissions.js';

export const companiesTable: Domain = {
  title: 'Companies and employers',
  queries: [
    { operation: 'company', args: { id: 'the company' }, cells: everybody() },
    { operation: 'companies', cells: everybody() },
  ],
  mutations: [
    {
      operation: 'createCompany',
      cells: only(['newcomer'], employers(), 'user error ALREADY_IN_COMPANY'),
    },
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
      fields: { stats: [...ALL_MEMBERS, 'administrator'] },
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

/** What admins of a company do to their own. */
function ofCompanyAdmins() {
  return only(
    ['author', 'other employer'],
    employers({ newcomer: 'user error COMPANY_REQUIRED' }),
    'FORBIDDEN',
  );
}
