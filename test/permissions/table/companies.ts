import { ALL_MEMBERS, employers, everybody, EVERYBODY, only, type Domain } from '../permissions.js';

export const companiesTable: Domain = {
  title: 'Companies and employers',
  queries: [{ operation: 'company', args: { id: 'the company' }, cells: everybody() }],
  mutations: [
    {
      operation: 'createCompany',
      cells: only(['newcomer'], employers(), 'user error ALREADY_IN_COMPANY'),
    },
  ],
  types: [
    { type: 'Company', seen: 'Everybody.', objects: { 'the company': EVERYBODY } },
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
