import {
  ALL_MEMBERS,
  candidates,
  employers,
  everybody,
  EVERYBODY,
  only,
  PERMITTED,
  users,
  type Domain,
  type Viewer,
} from './permissions.js';

/**
 * Who may do what. `npm run permissions` makes docs/permissions.md of it, and
 * the tests beside it try every cell against a real server.
 *
 * Something new needs a row here, in the section it belongs to:
 *
 * - a query: `{ operation, args, cells }`; its arguments may name things of test/permissions/permission-world.ts;
 * - a mutation: `{ operation, cells }`; its input is its example of test/support/mutation-examples.ts;
 * - an object type: `{ type, seen }`, with `objects` if it implements Node;
 * - a field that not all who get its object may read: into `fields` of the row of its type.
 */
export const PERMISSIONS: Domain[] = [
  {
    title: 'Accounts and sessions',
    queries: [
      { operation: 'me', cells: users() },
      { operation: 'exportMyData', cells: users() },
      { operation: 'mySessions', cells: users() },
    ],
    mutations: [
      { operation: 'signUp', cells: everybody() },
      { operation: 'signIn', cells: everybody() },
      { operation: 'refreshToken', cells: everybody() },
      { operation: 'startProviderSignIn', cells: everybody() },
      { operation: 'signInWithProvider', cells: everybody() },
      { operation: 'completeRegistration', cells: everybody() },
      { operation: 'requestPasswordReset', cells: everybody() },
      { operation: 'resetPassword', cells: everybody() },
      { operation: 'verifyEmail', cells: everybody() },
      { operation: 'requestEmailVerification', cells: users() },
      { operation: 'changeEmail', cells: users() },
      { operation: 'changePassword', cells: users() },
      { operation: 'updateMyName', cells: users() },
      { operation: 'signOut', cells: users() },
      { operation: 'signOutEverywhere', cells: users() },
      {
        operation: 'revokeSession',
        of: 'a session of the author',
        cells: only(['author'], users(), 'user error NOT_FOUND'),
      },
      {
        operation: 'deleteAccount',
        of: 'while there are other members and no other admin of the company',
        cells: users({ author: 'user error LAST_COMPANY_ADMIN', administrator: 'user error LAST_ADMIN' }),
      },
    ],
    types: [
      {
        type: 'User',
        seen: 'The user, and administrators.',
        objects: {
          'the user behind the candidate': ['candidate', 'administrator'],
          'the user behind the author': ['author', 'administrator'],
        },
      },
      {
        type: 'Session',
        seen: 'The user whose session it is.',
        objects: { 'a session of the candidate': ['candidate'] },
      },
    ],
  },
  {
    title: 'Candidates',
    mutations: [
      { operation: 'updateCandidateProfile', cells: candidates() },
      { operation: 'addExperience', cells: candidates() },
      { operation: 'updateExperience', cells: ofCandidate() },
      { operation: 'deleteExperience', cells: ofCandidate() },
      { operation: 'addEducation', cells: candidates() },
      { operation: 'updateEducation', cells: ofCandidate() },
      { operation: 'deleteEducation', cells: ofCandidate() },
      { operation: 'addSkill', cells: candidates() },
      { operation: 'updateSkill', cells: ofCandidate() },
      { operation: 'deleteSkill', cells: ofCandidate() },
      { operation: 'requestCvUpload', cells: candidates() },
      { operation: 'completeCvUpload', cells: ofCandidate() },
      { operation: 'activateCv', cells: ofCandidate() },
      { operation: 'deleteCv', cells: ofCandidate() },
    ],
    types: [
      {
        type: 'Candidate',
        seen: 'The candidate, members who may manage candidates of a company the candidate applied to, administrators.',
        objects: {
          'the profile of the candidate': seesCandidate(),
          'the profile of the other candidate': ['other candidate', 'administrator'],
        },
        fields: { cvs: ['candidate', 'administrator', 'other candidate'] },
      },
      {
        type: 'Experience',
        seen: 'Whoever sees the candidate.',
        objects: { 'an experience of the candidate': seesCandidate() },
      },
      {
        type: 'Education',
        seen: 'Whoever sees the candidate.',
        objects: { 'an education of the candidate': seesCandidate() },
      },
      {
        type: 'Skill',
        seen: 'Whoever sees the candidate.',
        objects: {
          'a skill of the candidate': seesCandidate(),
          'a skill of the other candidate': ['other candidate', 'administrator'],
        },
      },
      {
        type: 'Cv',
        seen: 'The candidate, administrators, and whoever sees an application it was sent with.',
        objects: {
          'the CV sent with the application': seesCandidate(),
          'a CV sent with none': ['candidate', 'administrator'],
          'the CV of the other candidate': ['other candidate', 'administrator'],
        },
      },
      { type: 'FileUpload', seen: 'Whoever asked for the upload.' },
      { type: 'HttpHeader', seen: 'Whoever asked for the upload.' },
    ],
  },
  {
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
  },
  {
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
  },
  {
    title: 'Applications',
    queries: [
      {
        operation: 'application',
        args: { id: 'an application' },
        cells: only(seesCandidate(), users(), 'NOT_FOUND'),
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
        cells: only(
          [...PERMITTED, 'administrator'],
          users({ 'limited colleague': 'FORBIDDEN' }),
          'NOT_FOUND',
        ),
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
        objects: { 'an application': seesCandidate(), 'a rejected application': seesCandidate() },
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
  },
  {
    title: 'Notifications',
    queries: [
      { operation: 'notifications', cells: users() },
      { operation: 'unreadNotificationCount', cells: users() },
    ],
    mutations: [
      {
        operation: 'markNotificationRead',
        cells: only(['candidate'], users(), 'user error NOT_FOUND'),
      },
      { operation: 'markAllNotificationsRead', of: "the viewer's own", cells: users() },
      { operation: 'deleteNotification', cells: only(['candidate'], users(), 'user error NOT_FOUND') },
      { operation: 'deleteReadNotifications', of: "the viewer's own", cells: users() },
    ],
    types: [
      {
        type: 'Notification',
        seen: 'The user it is for.',
        objects: {
          'a notification of the candidate': ['candidate'],
          'a notification of the administrator': ['administrator'],
        },
      },
    ],
  },
  {
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
  },
  {
    title: 'Service',
    queries: [
      { operation: 'ping', cells: everybody() },
      { operation: 'publicStatistics', cells: everybody() },
      { operation: 'marketStatistics', cells: everybody() },
      { operation: 'recentJobsCount', cells: everybody() },
      {
        operation: 'node',
        of: 'a draft; each type has a table of its own',
        args: { id: 'a draft' },
        cells: only([...ALL_MEMBERS, 'administrator'], everybody(), 'null'),
      },
      {
        operation: 'nodes',
        of: 'a draft; each id like node',
        args: { ids: ['a draft'] },
        cells: only([...ALL_MEMBERS, 'administrator'], everybody(), 'null'),
      },
    ],
    types: [
      { type: 'PublicStatistics', seen: 'Everybody.' },
      { type: 'MarketStatistics', seen: 'Everybody.' },
      { type: 'IndustryCount', seen: 'Everybody.' },
      { type: 'PageInfo', seen: 'Whoever gets the list.', sameFor: [] },
      { type: 'UserError', seen: 'Whoever sent the mutation.' },
    ],
  },
];

function ofCandidate() {
  return only(['candidate'], candidates(), 'user error NOT_FOUND');
}

/** Who sees a candidate who applied to the company, and the application. */
function seesCandidate(): Viewer[] {
  return ['candidate', ...PERMITTED, 'administrator'];
}

function worksOnApplication() {
  return only(PERMITTED, employers(), 'user error NOT_FOUND');
}

/** A job that is not public is not found by those who may not see it. */
function editsHiddenJob() {
  const stranger = 'user error NOT_FOUND';
  return only(PERMITTED, employers({ 'other employer': stranger, newcomer: stranger }), 'FORBIDDEN');
}
