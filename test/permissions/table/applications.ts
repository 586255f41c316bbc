import {
  APPLICATION_SEEN_BY,
  candidates,
  employers,
  only,
  PERMITTED,
  users,
  type Domain,
} from '../permissions.js';

export const applicationsTable: Domain = {
  title: 'Applications',
  queries: [
    {
      operation: 'application',
      args: { id: 'an application' },
      cells: only(APPLICATION_SEEN_BY, users(), 'NOT_FOUND'),
    },
    { operation: 'myApplications', cells: candidates() },
    {
      operation: 'jobApplications',
      of: 'a published job',
      args: { jobId: 'a published job' },
      cells: only([...PERMITTED, 'administrator'], users(), 'FORBIDDEN'),
    },
    {
      operation: 'jobApplications',
      of: 'a published job, best rated first',
      args: { jobId: 'a published job', orderBy: 'RATING' },
      cells: only(PERMITTED, users(), 'FORBIDDEN'),
    },
    {
      operation: 'jobApplications',
      of: 'a draft',
      args: { jobId: 'a draft' },
      cells: only([...PERMITTED, 'administrator'], users({ 'limited colleague': 'FORBIDDEN' }), 'NOT_FOUND'),
    },
    {
      operation: 'companyApplications',
      of: "the viewer's own company",
      cells: only([...PERMITTED, 'other employer'], employers(), 'FORBIDDEN'),
    },
    {
      operation: 'applicationSources',
      of: "all jobs of the viewer's own company",
      cells: only([...PERMITTED, 'other employer'], employers(), 'FORBIDDEN'),
    },
    {
      operation: 'applicationSources',
      of: 'a published job',
      args: { jobId: 'a published job' },
      cells: only(PERMITTED, employers({ 'other employer': 'NOT_FOUND' }), 'FORBIDDEN'),
    },
  ],
  mutations: [
    { operation: 'applyToJob', leaveOut: ['cvId'], cells: candidates() },
    {
      operation: 'withdrawApplication',
      cells: only(['candidate'], candidates(), 'user error NOT_FOUND'),
    },
    { operation: 'openApplication', cells: worksOnApplication() },
    { operation: 'moveApplication', cells: worksOnApplication() },
    { operation: 'moveApplications', cells: worksOnApplication() },
    { operation: 'reopenApplication', cells: worksOnApplication() },
    { operation: 'rateApplication', cells: worksOnApplication() },
    { operation: 'addApplicationNote', cells: worksOnApplication() },
    {
      operation: 'updateApplicationNote',
      of: 'a note of the author',
      cells: { ...worksOnApplication(), colleague: 'FORBIDDEN' },
    },
    {
      operation: 'deleteApplicationNote',
      of: 'a note of the author',
      cells: { ...worksOnApplication(), colleague: 'FORBIDDEN' },
    },
  ],
  types: [
    {
      type: 'Application',
      seen: 'The candidate, members who may manage candidates of the company, administrators.',
      objects: { 'an application': APPLICATION_SEEN_BY, 'a rejected application': APPLICATION_SEEN_BY },
      fields: {
        rating: PERMITTED,
        notes: PERMITTED,
        availableTransitions: ['candidate', ...PERMITTED],
        reopenTransitions: PERMITTED,
      },
    },
    {
      type: 'ApplicationEvent',
      seen: 'Whoever sees the application.',
      fields: { member: [...PERMITTED, 'administrator'] },
    },
    {
      type: 'ApplicationNote',
      seen: 'Members who may manage candidates of the company.',
      objects: { 'a note on the application': PERMITTED },
    },
    { type: 'ApplicationSourceCount', seen: 'Members who may manage candidates of the company.' },
    { type: 'MoveResult', seen: 'Whoever moved the applications.' },
  ],
};

function worksOnApplication() {
  return only(PERMITTED, employers(), 'user error NOT_FOUND');
}
