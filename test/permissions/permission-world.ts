import { sql } from 'kysely';
import { globalId } from '../../src/graphql/ids.js';
import { candidateRowOf } from '../support/application-rows.js';
import { sessionOf } from '../support/accounts.js';
import { act } from '../support/act.js';
import { completedCv } from '../support/cvs.js';
import type { GraphqlClient } from '../support/graphql-client.js';
import { forceJobStatus } from '../support/job-rows.js';
import { addresses, insertInvitations } from '../support/invitations.js';
import { colleagueOf, employerIdOf, signUpAdmin } from '../support/members.js';
import { insertNotifications } from '../support/notification-rows.js';
import { signUp, signUpWithCompany, type EmployerWithCompany, type Person } from '../support/people.js';
import { addedTo, done, PROFILE } from '../support/profiles.js';
import { addNote, createJob, move, publishedJob } from '../support/recruitment.js';
import type { TestServer } from '../support/test-server.js';
import { uuidIn } from '../support/uuid-in.js';
import { viewers, type Viewer } from './permissions.js';

export type People = Record<Exclude<Viewer, 'anonymous'>, Person> & { author: EmployerWithCompany };

/** Somebody for each column of the permission table but the anonymous one. */
export async function permissionPeople(
  server: TestServer,
  { author, candidate, newcomer }: { author: EmployerWithCompany; candidate: Person; newcomer: Person },
): Promise<People> {
  return {
    author,
    candidate,
    newcomer,
    'other candidate': await signUp(server, 'CANDIDATE'),
    colleague: await colleagueOf(server, author),
    'limited colleague': await colleagueOf(server, author, {
      canCreateJobs: false,
      canManageCandidates: false,
    }),
    'other employer': await signUpWithCompany(server, 'Iroko'),
    administrator: await signUpAdmin(server),
  };
}

export function clientOf(server: TestServer, people: People, viewer: Viewer): GraphqlClient {
  return viewer === 'anonymous' ? server.client() : people[viewer].client;
}

/** What comes of asking as each of the viewers, one after the other. */
export async function eachViewer<T>(ask: (viewer: Viewer) => Promise<T>): Promise<Record<Viewer, T>> {
  const answers: Partial<Record<Viewer, T>> = {};
  for (const viewer of viewers) answers[viewer] = await ask(viewer);
  return answers as Record<Viewer, T>;
}

/**
 * Ids of the things the permission table names. Whatever can be filled in is: a field that is null for want of a value
 * would not show who may read it.
 */
export async function permissionThings(server: TestServer, people: People): Promise<Map<string, string>> {
  const { author, candidate, newcomer, administrator } = people;
  await fillInByHand(server);
  await done(candidate, 'updateCandidateProfile', PROFILE);
  const listed = await addedTo(candidate, 'Word');
  const listedByOther = await addedTo(people['other candidate']);
  const jobs = await jobsOf(server, author);
  const applications = await applicationsTo(server, jobs, people);
  const invitations = await invitationsTo(server, author);
  const about = {
    ...{ jobId: jobs.published, applicationId: applications.live, type: 'STATUS_CHANGE', isRead: true },
    payload: {
      ...{ from: 'APPLIED', to: 'VIEWED', event: 'PROVIDER_LINKED', provider: 'test' },
      employerId: uuidIn(await employerIdOf(server, author)),
      ...{ reason: 'Arnaque', companyName: 'Okoumé Bois' },
    },
  };
  const administration = await administrationOf(server, administrator);
  const [toCandidate = ''] = await insertNotifications(server, candidate, [about]);
  const [toAdministrator = ''] = await insertNotifications(server, administrator, [about]);
  return new Map([
    ['the user behind the candidate', candidate.id],
    ['the user behind the author', author.id],
    ['the company', author.companyId],
    ...invitations,
    ['the profile of the author', await employerIdOf(server, author)],
    ['the profile of the newcomer', await employerIdOf(server, newcomer)],
    ['the profile of the candidate', await candidateIdOf(server, candidate)],
    ['the profile of the other candidate', await candidateIdOf(server, people['other candidate'])],
    ['an experience of the candidate', listed.experience],
    ['an education of the candidate', listed.education],
    ['a skill of the candidate', listed.skill],
    ['a skill of the other candidate', listedByOther.skill],
    ['the CV sent with the application', applications.cv],
    ['a CV sent with none', await completedCv(candidate)],
    ['the CV of the other candidate', await completedCv(people['other candidate'])],
    ['a published job', jobs.published],
    ['a draft', jobs.draft],
    ['a closed job', jobs.closed],
    ['an application', applications.live],
    ['a rejected application', applications.rejected],
    ['a note on the application', applications.note],
    ['a notification of the candidate', toCandidate],
    ['a notification of the administrator', toAdministrator],
    ['an invitation to open an account', administration.invitation],
    ['an entry of the audit log', administration.entry],
    ['a session of the candidate', await sessionIdOf(server, candidate)],
  ]);
}

/** What nobody can fill in through the API yet, or not without a browser. */
async function fillInByHand(server: TestServer): Promise<void> {
  const now = server.clock.now();
  await server.db.rows(sql`update users set email_verified_at = ${now}`);
  await server.db.rows(sql`
    update sessions set user_agent = 'Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0'`);
  await server.db.rows(
    sql`update employers set position = 'DRH', department = 'RH', phone = '+241 01 00 00 00'`,
  );
  await server.db.rows(sql`
    update companies set description = 'Du bois.', industry = 'Bois', size = 'FROM_11_TO_50',
      website_url = 'https://example.org', linkedin_url = 'https://linkedin.example.org/okoume',
      address = 'Boulevard de l’Indépendance', city = 'Libreville', country = 'GA', verified_at = ${now},
      logo_key = 'logos/' || gen_random_uuid()`);
}

async function invitationsTo(server: TestServer, author: EmployerWithCompany): Promise<[string, string][]> {
  const [open, accepted, cancelled] = await insertInvitations(server, author, addresses(3));
  if (!open || !accepted || !cancelled) throw new Error('three invitations were asked for');
  const now = server.clock.now();
  await server.db.rows(
    sql`update company_invitations set accepted_at = ${now} where id = ${uuidIn(accepted.id)}`,
  );
  await server.db.rows(sql`
    update company_invitations set cancelled_at = ${now} where id = ${uuidIn(cancelled.id)}`);
  return [
    ['an invitation to the company', open.id],
    ['the token of the invitation', open.token],
    ['an accepted invitation', accepted.id],
    ['a cancelled invitation', cancelled.id],
  ];
}

/** An act with a reason, so that its entry has all there is. */
async function administrationOf(
  server: TestServer,
  { client }: Person,
): Promise<{ invitation: string; entry: string }> {
  const newcomer = { email: 'newcomer@example.org', firstName: 'Awa', lastName: 'Diop', role: 'ADMIN' };
  const { result } = await act(client, 'inviteUser', newcomer);
  const { id: userId } = await signUp(server, 'CANDIDATE');
  await act(client, 'deactivateUser', { userId, reason: 'Spam' });
  const { auditLog } = await client.data<{ auditLog: { edges: { node: { id: string } }[] } }>(
    '{ auditLog(first: 1, action: USER_DEACTIVATED) { edges { node { id } } } }',
  );
  return { invitation: `${result?.id}`, entry: `${auditLog.edges[0]?.node.id}` };
}

interface Jobs {
  published: string;
  draft: string;
  closed: string;
}

async function jobsOf(server: TestServer, author: EmployerWithCompany): Promise<Jobs> {
  const inTenDays = new Date(server.clock.now().getTime() + 10 * 86_400_000).toISOString();
  const details = { requirements: 'Bac + 3', responsibilities: 'Bilan', benefits: 'Mutuelle' };
  return {
    published: await publishedJob(author, { ...details, expiresAt: inTenDays }),
    draft: await createJob(author),
    closed: await publishedJob(author),
  };
}

interface Applications {
  live: string;
  rejected: string;
  cv: string;
  note: string;
}

async function applicationsTo(server: TestServer, jobs: Jobs, people: People): Promise<Applications> {
  const { author, candidate } = people;
  const cv = await completedCv(candidate);
  const letter = { coverLetter: 'Bonjour.', source: 'OTHER', sourceDetail: 'Radio' };
  const live = await done(candidate, 'applyToJob', { jobId: jobs.published, cvId: cv, ...letter });
  const rejected = await done(candidate, 'applyToJob', { jobId: jobs.closed, cvId: cv, ...letter });
  await forceJobStatus(server, jobs.closed, 'CLOSED');
  await move(author, live, 'INTERVIEW', 'Bon profil');
  await move(author, rejected, 'REJECTED', 'Trop loin');
  for (const applicationId of [live, rejected])
    await done(author, 'rateApplication', { applicationId, rating: 4 });
  const note = await addNote(author, live);
  await act(author.client, 'updateApplicationNote', { noteId: note, body: 'Très bon profil' });
  return { live, rejected, cv, note };
}

async function candidateIdOf(server: TestServer, person: Person): Promise<string> {
  return globalId('Candidate', await candidateRowOf(server, person));
}

async function sessionIdOf(server: TestServer, person: Person): Promise<string> {
  return globalId('Session', (await sessionOf(server, person.accessToken)).id);
}
