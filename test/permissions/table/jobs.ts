import {
  ALL_MEMBERS,
  employers,
  everybody,
  EVERYBODY,
  only,
  PERMITTED,
  type Domain,
} from '../permissions.js';

export const jobsTable: Domain = {
  title: 'Jobs',
  queries: [
    { operation: 'jobs', args: { search: 'comptalbe' }, cells: everybody() },
    { operation: 'job', of: 'a published job', args: { id: 'a published job' }, cells: everybody() },
    {
      operation: 'job',
      of: 'a closed job the candidate applied to',
      args: { id: 'a closed job' },
      cells: only([...ALL_MEMBERS, 'candidate', 'administrator'], everybody(), 'NOT_FOUND'),
    },
    {
      operation: 'job',
      of: 'a draft',
      args: { id: 'a draft' },
      cells: only([...ALL_MEMBERS, 'administrator'], everybody(), 'NOT_FOUND'),
    },
    {
      operation: 'companyJobs',
      of: "the viewer's own company",
      cells: employers({ newcomer: 'FORBIDDEN' }),
    },
  ],
  mutations: [
    {
      operation: 'createJob',
      cells: only(
        ['author', 'colleague', 'other employer'],
        employers({ newcomer: 'user error COMPANY_REQUIRED' }),
        'FORBIDDEN',
      ),
    },
    { operation: 'updateJob', of: 'a draft', cells: editsHiddenJob() },
    { operation: 'publishJob', of: 'a draft', cells: editsHiddenJob() },
    { operation: 'closeJob', of: 'a published job', cells: only(PERMITTED, employers(), 'FORBIDDEN') },
    { operation: 'archiveJob', of: 'a closed job', cells: editsHiddenJob() },
    { operation: 'deleteJob', of: 'a draft', cells: editsHiddenJob() },
    { operation: 'recordJobView', of: 'a published job', cells: everybody() },
  ],
  types: [
    {
      type: 'Job',
      seen: 'Everybody while it is published and not expired; else its company, candidates who applied to it, administrators.',
      objects: {
        'a published job': EVERYBODY,
        'a draft': [...ALL_MEMBERS, 'administrator'],
        'a closed job': [...ALL_MEMBERS, 'candidate', 'administrator'],
      },
      fields: {
        applications: [...PERMITTED, 'administrator'],
        hasApplied: ['candidate', 'other candidate'],
        history: [...ALL_MEMBERS, 'administrator'],
      },
    },
    { type: 'JobEvent', seen: 'Members of the company and administrators.' },
    { type: 'JobHighlights', seen: 'Everybody.' },
    { type: 'TextSegment', seen: 'Everybody.' },
    { type: 'JobFacets', seen: 'Everybody.' },
    { type: 'JobTypeCount', seen: 'Everybody.' },
    { type: 'LocationTypeCount', seen: 'Everybody.' },
    { type: 'CodeCount', seen: 'Everybody.' },
    { type: 'CompanyCount', seen: 'Everybody.' },
  ],
};

/** A job that is not public is not found by those who may not see it. */
function editsHiddenJob() {
  const stranger = 'user error NOT_FOUND';
  return only(PERMITTED, employers({ 'other employer': stranger, newcomer: stranger }), 'FORBIDDEN');
}
