import { ALL_MEMBERS, PERMITTED, users, type Domain } from '../permissions.js';

export const dashboardsTable: Domain = {
  title: 'Dashboards',
  queries: [{ operation: 'dashboard', args: { scope: 'COMPANY' }, cells: users() }],
  types: [
    { type: 'CandidateDashboard', seen: 'The candidate.', sameFor: [] },
    { type: 'CandidateActivity', seen: 'The candidate.', sameFor: [] },
    {
      type: 'EmployerDashboard',
      seen: 'The employer.',
      sameFor: ALL_MEMBERS,
      fields: {
        recentApplication: PERMITTED,
        recentInterview: PERMITTED,
        recentInterviewAt: PERMITTED,
      },
    },
    { type: 'FunnelStep', seen: 'The employer.', sameFor: ALL_MEMBERS },
    { type: 'TopJob', seen: 'The employer.', sameFor: ALL_MEMBERS },
    { type: 'AdminDashboard', seen: 'Administrators.' },
    { type: 'JobsOfStatus', seen: 'Administrators.' },
    { type: 'UsersOfRole', seen: 'Administrators.' },
  ],
};
