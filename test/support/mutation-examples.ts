import { globalId } from '../../src/graphql/ids.js';
import { applicant, sessionOf, signIn } from './accounts.js';
import { completedCv, PDF, uploadedCv } from './cvs.js';
import { image, uploadedLogo } from './logos.js';
import { addedTo, EDUCATION, EXPERIENCE, PROFILE, SKILL } from './profiles.js';
import type { GraphqlClient } from './graphql-client.js';
import { mailedResetToken, mailedVerificationToken } from './account-acts.js';
import { addresses, insertInvitations } from './invitations.js';
import { forceJobStatus } from './job-rows.js';
import { colleagueOf, employerIdOf } from './members.js';
import type { OidcIssuer } from './oidc-issuer.js';
import { insertNotifications } from './notification-rows.js';
import { PASSWORD, signUp, signUpWithCompany, type EmployerWithCompany, type Person } from './people.js';
import { claimsFor, signInAt, start } from './provider-sign-ins.js';
import { adminExamples } from './admin-examples.js';
import { addNote, apply, createJob, JOB, move, publishedJob } from './recruitment.js';
import type { TestServer } from './test-server.js';

export interface Example {
  client: GraphqlClient;
  /** What the mutation accepts as it is, once. */
  input: Record<string, unknown>;
  /** What this viewer may not touch, if not all the foreign ids of the world. */
  foreignIds?: readonly string[];
}

/**
 * Makes an example that works, for each mutation that takes an input. Operations with a limit per account or viewer
 * get somebody new each time.
 */
export type Examples = Record<string, () => Promise<Example>>;

export interface World {
  examples: Examples;
  /** Those the things in the world belong to. */
  people: { author: EmployerWithCompany; candidate: Person; newcomer: Person };
  /** Ids of things that exist and that no viewer of the examples may touch. */
  foreignIds: string[];
}

/** A small world in which every mutation has something to act on. The server trusts the issuer, as `test`. */
export async function mutationExamples(server: TestServer, issuer: OidcIssuer): Promise<World> {
  const employer = await signUpWithCompany(server);
  const candidate = await signUp(server, 'CANDIDATE');
  const jobId = await publishedJob(employer);
  const founder = await signUp(server, 'EMPLOYER');
  const draft = await createJob(employer);
  const applicationId = await apply(candidate, jobId);
  const closing = await publishedJob(employer);
  const closed = await publishedJob(employer);
  await forceJobStatus(server, closed, 'CLOSED');
  const unwantedDraft = await createJob(employer);
  const withdrawn = await apply(candidate, await publishedJob(employer));
  const unopened = await apply(candidate, await publishedJob(employer));
  const rejected = await apply(candidate, await publishedJob(employer));
  await move(employer, rejected, 'REJECTED');
  const noteIds = [await addNote(employer, applicationId), await addNote(employer, applicationId)];
  const [unread = '', unwanted = ''] = await insertNotifications(server, candidate, [{}, {}]);
  const listed = await addedTo(candidate);
  const cvId = await completedCv(candidate);
  const otherCv = await completedCv(candidate);
  const logo = await image('png', 64, 64);
  const inTenDays = new Date(server.clock.now().getTime() + 10 * 86_400_000).toISOString();
  const details = {
    requirements: 'Bac + 3',
    responsibilities: 'Bilan',
    benefits: 'Mutuelle',
    currency: 'XAF',
    salaryPeriod: 'MONTH',
    expiresAt: inTenDays,
  };
  const { accessToken: elsewhere } = await signIn(server, employer.email);
  const sessionId = globalId('Session', (await sessionOf(server, elsewhere)).id);
  await signIn(server, candidate.email);
  const forgetful = await signUp(server, 'CANDIDATE');
  const resetToken = await mailedResetToken(server, forgetful.email);
  const verificationToken = await mailedVerificationToken(server, candidate.email);
  const promoted = await employerIdOf(server, await colleagueOf(server, employer));
  const leaver = await employerIdOf(server, await colleagueOf(server, employer));
  const [invitation] = await insertInvitations(server, employer, addresses(1));
  const as = (client: GraphqlClient, input: Record<string, unknown>) => async () => ({ client, input });
  const foreign = await foreignIds(server);
  return {
    people: { author: employer, candidate, newcomer: founder },
    foreignIds: foreign,
    examples: {
      ...(await adminExamples(server, { employer, foreign })),
      signUp: async () => ({ client: server.client(), input: applicant() }),
      signIn: async () => {
        const { email } = await signUp(server, 'CANDIDATE');
        return { client: server.client(), input: { email, password: PASSWORD } };
      },
      refreshToken: async () => {
        const { refreshToken } = await signUp(server, 'CANDIDATE');
        return { client: server.client(), input: { refreshToken } };
      },
      startProviderSignIn: async () => ({ client: server.client(), input: { provider: 'test' } }),
      signInWithProvider: async () => {
        const { nonce, verifier } = await start(server);
        const idToken = await issuer.sign(claimsFor(server, issuer, nonce));
        return { client: server.client(), input: { provider: 'test', idToken, verifier } };
      },
      completeRegistration: async () => {
        const { registrationToken } = await signInAt(server, issuer);
        const input = { registrationToken, role: 'EMPLOYER', firstName: 'Ama', lastName: 'Ndong' };
        return { client: server.client(), input };
      },
      changePassword: async () => ({
        client: (await signUp(server, 'CANDIDATE')).client,
        input: { currentPassword: PASSWORD, newPassword: `${PASSWORD}-2` },
      }),
      requestPasswordReset: async () => ({ client: server.client(), input: { email: employer.email } }),
      resetPassword: async () => ({
        client: server.client(),
        input: { token: resetToken, newPassword: `${PASSWORD}-3` },
      }),
      changeEmail: async () => ({
        client: (await signUp(server, 'CANDIDATE')).client,
        input: { newEmail: applicant().email, currentPassword: PASSWORD },
      }),
      verifyEmail: async () => ({ client: server.client(), input: { token: verificationToken } }),
      deleteAccount: async () => ({
        client: (await signUp(server, 'CANDIDATE')).client,
        input: { currentPassword: PASSWORD },
      }),
      revokeSession: as(employer.client, { sessionId }),
      signOutEverywhere: as(candidate.client, { scope: 'OTHERS' }),
      updateMyName: as(candidate.client, { firstName: 'Awa', lastName: 'Diop' }),
      updateCandidateProfile: as(candidate.client, PROFILE),
      addExperience: as(candidate.client, EXPERIENCE),
      updateExperience: as(candidate.client, {
        experienceId: listed.experience,
        ...EXPERIENCE,
        title: 'Chef',
      }),
      deleteExperience: as(candidate.client, { experienceId: listed.experience }),
      addEducation: as(candidate.client, EDUCATION),
      updateEducation: as(candidate.client, {
        educationId: listed.education,
        ...EDUCATION,
        degree: 'Master',
      }),
      deleteEducation: as(candidate.client, { educationId: listed.education }),
      addSkill: as(candidate.client, { ...SKILL, name: 'Sage' }),
      updateSkill: as(candidate.client, { skillId: listed.skill, ...SKILL, level: 5 }),
      deleteSkill: as(candidate.client, { skillId: listed.skill }),
      requestCvUpload: async () => ({
        client: (await signUp(server, 'CANDIDATE')).client,
        input: { fileName: PDF.fileName, contentType: PDF.contentType, sizeBytes: 5 },
      }),
      completeCvUpload: async () => {
        const person = await signUp(server, 'CANDIDATE');
        return { client: person.client, input: { cvId: await uploadedCv(person) } };
      },
      activateCv: as(candidate.client, { cvId: otherCv }),
      deleteCv: as(candidate.client, { cvId }),
      createCompany: as(founder.client, {
        name: 'Sahel Énergie',
        description: 'Du soleil.',
        industry: 'Énergie',
        size: 'OVER_500',
        websiteUrl: 'https://example.org',
        linkedinUrl: 'https://linkedin.example.org/sahel',
        address: 'Avenue Kasa-Vubu',
        city: 'Kinshasa',
        country: 'CD',
      }),
      setMemberPermissions: as(employer.client, {
        employerId: promoted,
        canCreateJobs: false,
        canManageCandidates: false,
        isCompanyAdmin: true,
      }),
      handOverCompanyAdmin: async () => {
        const other = await signUpWithCompany(server);
        const successor = await colleagueOf(server, other);
        return { client: other.client, input: { employerId: await employerIdOf(server, successor) } };
      },
      removeMember: as(employer.client, { employerId: leaver }),
      inviteMember: async () => ({
        client: (await signUpWithCompany(server)).client,
        input: { email: applicant().email, canCreateJobs: false, canManageCandidates: true },
      }),
      resendCompanyInvitation: async () => {
        const other = await signUpWithCompany(server);
        const [sent] = await insertInvitations(server, other, addresses(1));
        return { client: other.client, input: { invitationId: sent?.id } };
      },
      cancelCompanyInvitation: as(employer.client, { invitationId: invitation?.id }),
      acceptCompanyInvitation: async () => {
        const newcomer = await signUp(server, 'EMPLOYER');
        const [sent] = await insertInvitations(server, employer, [newcomer.email]);
        return { client: newcomer.client, input: { token: sent?.token } };
      },
      updateEmployerProfile: as(employer.client, {
        position: 'Responsable recrutement',
        department: 'Ressources humaines',
        phone: '+241 01 23 45 67',
      }),
      updateCompany: as(employer.client, {
        name: 'Okoumé & Fils',
        description: 'Du bois.',
        industry: 'Bois',
        size: 'FROM_11_TO_50',
        websiteUrl: 'https://okoume.example.org',
        linkedinUrl: 'https://linkedin.example.org/okoume',
        address: 'Boulevard du Bord de mer',
        city: 'Libreville',
        country: 'GA',
      }),
      requestCompanyLogoUpload: async () => ({
        client: (await signUpWithCompany(server)).client,
        input: { contentType: 'image/png', sizeBytes: 1000 },
      }),
      completeCompanyLogoUpload: async () => {
        const { client } = await signUpWithCompany(server);
        return { client, input: { uploadId: await uploadedLogo({ client }, logo) } };
      },
      createJob: as(employer.client, { ...JOB, ...details }),
      updateJob: as(employer.client, { jobId: draft, ...JOB, ...details }),
      publishJob: as(employer.client, { jobId: draft }),
      closeJob: as(employer.client, { jobId: closing }),
      archiveJob: as(employer.client, { jobId: closed }),
      deleteJob: as(employer.client, { jobId: unwantedDraft }),
      recordJobView: async () => ({ client: server.client(), input: { jobId } }),
      applyToJob: async () => {
        const person = await signUp(server, 'CANDIDATE');
        const letter = { coverLetter: 'Bonjour.', source: 'OTHER', sourceDetail: 'Radio' };
        return { client: person.client, input: { jobId, cvId: await completedCv(person), ...letter } };
      },
      moveApplication: as(employer.client, { applicationId, to: 'INTERVIEW', reason: 'Bon profil' }),
      moveApplications: as(employer.client, {
        applicationIds: [applicationId, rejected],
        to: 'SHORTLISTED',
        reason: 'Bon profil',
      }),
      openApplication: as(employer.client, { applicationId: unopened }),
      reopenApplication: as(employer.client, { applicationId: rejected, to: 'VIEWED', reason: 'Encore' }),
      rateApplication: as(employer.client, { applicationId, rating: 4 }),
      addApplicationNote: as(employer.client, { applicationId, body: 'Bon profil' }),
      updateApplicationNote: as(employer.client, { noteId: noteIds[0], body: 'Très bon profil' }),
      deleteApplicationNote: as(employer.client, { noteId: noteIds[1] }),
      markNotificationRead: as(candidate.client, { notificationId: unread }),
      deleteNotification: as(candidate.client, { notificationId: unwanted }),
      withdrawApplication: as(candidate.client, { applicationId: withdrawn, reason: 'Autre offre' }),
    },
  };
}

async function foreignIds(server: TestServer): Promise<string[]> {
  const stranger: EmployerWithCompany = await signUpWithCompany(server, 'Iroko');
  const other: Person = await signUp(server, 'CANDIDATE');
  const closing = await publishedJob(stranger);
  const application = await apply(other, closing);
  await stranger.client.data(
    'mutation ($jobId: ID!) { closeJob(input: { jobId: $jobId }) { userErrors { code } } }',
    { jobId: closing },
  );
  const session = globalId('Session', (await sessionOf(server, other.accessToken)).id);
  const noteId = await addNote(stranger, application);
  const notifications = await insertNotifications(server, stranger, [{}]);
  const listed = Object.values(await addedTo(other));
  const [invitation] = await insertInvitations(server, stranger, addresses(1));
  const cvs = [await completedCv(other), await uploadedCv(other)];
  const logo = await uploadedLogo(stranger, await image('png', 64, 64));
  return [
    logo,
    ...cvs,
    ...listed,
    await createJob(stranger),
    closing,
    application,
    stranger.id,
    await employerIdOf(server, stranger),
    `${invitation?.id}`,
    stranger.companyId,
    other.id,
    session,
    noteId,
    ...notifications,
  ];
}
