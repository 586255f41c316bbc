import { act } from './act.js';
import type { GraphqlClient } from './graphql-client.js';
import { addresses, insertInvitations } from './invitations.js';
import { addedLogo, image } from './logos.js';
import { signUpAdmin } from './members.js';
import { mutationExamples } from './mutation-examples.js';
import { insertNotifications } from './notification-rows.js';
import type { OidcIssuer } from './oidc-issuer.js';
import { signUp, signUpWithCompany } from './people.js';
import { done, EXPERIENCE } from './profiles.js';
import { addNote, apply, move, publishedJob } from './recruitment.js';
import type { TestServer } from './test-server.js';

const NEWCOMER = { email: 'awa@example.org', firstName: 'Awa', lastName: 'Diop', role: 'CANDIDATE' };

export interface OperationExample {
  client: GraphqlClient;
  /** What the document of client/operations takes. */
  variables: Record<string, unknown>;
}

/** By operation: makes examples whose answers are whole, one for each viewer that gets another answer. */
export type OperationExamples = Record<string, () => Promise<OperationExample[]>>;

/**
 * Examples of every operation, in an order in which they can be carried out one after the other. Those of mutations
 * with an input are in mutation-examples.ts.
 */
export async function operationExamples(server: TestServer, issuer: OidcIssuer): Promise<OperationExamples> {
  const { examples } = await mutationExamples(server, issuer);
  const withInput = Object.entries(examples).map(([operation, make]) => [
    operation,
    async (): Promise<OperationExample[]> => {
      const { client, input } = await make();
      return [{ client, variables: { input } }];
    },
  ]);
  return {
    ...(await queryExamples(server)),
    ...(await examplesWithoutInput(server)),
    ...Object.fromEntries(withInput),
  };
}

/** All queries, in a world in which no list they ask for is empty. */
async function queryExamples(server: TestServer): Promise<OperationExamples> {
  const employer = await signUpWithCompany(server, 'Ogooué Services');
  const candidate = await signUp(server, 'CANDIDATE');
  await done(candidate, 'addExperience', EXPERIENCE);
  const admin = await signUpAdmin(server);
  const jobId = await publishedJob(employer, { title: 'Contrôleur de gestion' });
  const applicationId = await apply(candidate, jobId);
  await addNote(employer, applicationId);
  await move(employer, applicationId, 'INTERVIEW');
  await insertNotifications(server, candidate, [{ jobId, applicationId }]);
  const [invitation] = await insertInvitations(server, employer, addresses(1));
  await act(admin.client, 'inviteUser', NEWCOMER);
  const as =
    (client: GraphqlClient, ...variables: Record<string, unknown>[]) =>
    async (): Promise<OperationExample[]> =>
      variables.map((of) => ({ client, variables: of }));
  return {
    users: as(admin.client, {}, { search: 'ndong', role: 'CANDIDATE', orderBy: 'NAME' }),
    user: as(admin.client, { id: candidate.id }, { id: employer.id }),
    userInvitations: as(admin.client, {}),
    adminJobs: as(admin.client, { search: 'controleur' }, { companyId: employer.companyId }),
    auditLog: as(admin.client, {}, { action: ['USER_INVITED'], actorId: admin.id }),
    status: as(server.client(), {}),
    ping: as(server.client(), {}),
    publicStatistics: as(server.client(), {}),
    marketStatistics: as(server.client(), {}),
    recentJobsCount: as(server.client(), { days: 30 }),
    jobs: as(
      server.client(),
      {},
      { search: 'controleur', filter: { country: ['GA'] }, orderBy: 'RELEVANCE' },
    ),
    job: as(candidate.client, { id: jobId }),
    companyMembers: as(employer.client, { id: employer.companyId, first: 5 }),
    companyInvitations: as(employer.client, { id: employer.companyId, first: 5 }),
    companyOfInvitation: as(server.client(), { token: invitation?.token }),
    company: async () =>
      [server.client(), employer.client, admin.client].map((client) => ({
        client,
        variables: { id: employer.companyId },
      })),
    companies: as(
      server.client(),
      {},
      { search: 'ogooue', filter: { verified: false }, orderBy: 'NAME', first: 5 },
    ),
    companyJobs: as(
      employer.client,
      {},
      { search: 'controleur', filter: { status: ['PUBLISHED'], mine: true }, orderBy: 'APPLICATIONS' },
    ),
    node: as(candidate.client, { id: jobId }, { id: applicationId }, { id: employer.companyId }),
    nodes: as(candidate.client, { ids: [jobId, employer.companyId] }),
    me: async () => [candidate, employer, admin].map(({ client }) => ({ client, variables: {} })),
    mySessions: as(candidate.client, {}),
    exportMyData: as(candidate.client, {}),
    application: as(employer.client, { id: applicationId }),
    myApplications: as(candidate.client, {}, { status: ['INTERVIEW'], first: 5 }),
    jobApplications: as(employer.client, { jobId, filter: { status: ['INTERVIEW'] } }),
    companyApplications: as(employer.client, { filter: { job: [jobId] }, orderBy: 'LAST_CHANGE' }),
    applicationSources: as(employer.client, {}, { jobId }),
    notifications: as(candidate.client, { unreadOnly: true }),
    unreadNotificationCount: as(candidate.client, {}),
    dashboard: async () => [candidate, employer, admin].map(({ client }) => ({ client, variables: {} })),
  };
}

/** The mutations that take none, each by somebody who has something to do it to. */
async function examplesWithoutInput(server: TestServer): Promise<OperationExamples> {
  const one = async (): Promise<OperationExample[]> => {
    const person = await signUp(server, 'CANDIDATE');
    await insertNotifications(server, person, [{}, { isRead: true }]);
    return [{ client: person.client, variables: {} }];
  };
  const admin = await signUpWithCompany(server);
  await addedLogo(admin, await image('png'));
  return {
    requestEmailVerification: one,
    markAllNotificationsRead: one,
    deleteReadNotifications: one,
    deleteCompanyLogo: async () => [{ client: admin.client, variables: {} }],
    signOut: one,
    leaveCompany: async () => [{ client: (await signUpWithCompany(server)).client, variables: {} }],
  };
}
