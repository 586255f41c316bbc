import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isObjectType } from 'graphql';
import { sql } from 'kysely';
import { globalId } from '../../src/graphql/ids.js';
import { candidateRowOf } from '../support/application-rows.js';
import type { GraphqlClient } from '../support/graphql-client.js';
import { colleagueOf, signUpAdmin } from '../support/members.js';
import { signUp, signUpWithCompany, type EmployerWithCompany, type Person } from '../support/people.js';
import { answerTypes, everyField, readSchema } from '../support/read-schema.js';
import { apply, createJob, publishedJob } from '../support/recruitment.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { uuidIn } from '../support/uuid-in.js';

const APPLICATION = 'query ($id: ID!) { application(id: $id) { id coverLetter } }';
const NODE = 'query ($id: ID!) { node(id: $id) { id } }';
const OF_JOB = 'query ($jobId: ID!) { jobApplications(jobId: $jobId) { totalCount edges { node { id } } } }';
const IN_JOB =
  'query ($jobId: ID!) { job(id: $jobId) { applications { totalCount edges { node { id } } } } }';
const MINE = '{ myApplications { totalCount edges { node { id } } } }';

describe('an application', () => {
  let server: TestServer;
  let employer: EmployerWithCompany;
  let candidate: Person;
  let rival: Person;
  let jobId: string;
  let applicationId: string;
  beforeAll(async () => {
    server = await startTestServer();
    employer = await signUpWithCompany(server);
    candidate = await signUp(server, 'CANDIDATE');
    rival = await signUp(server, 'CANDIDATE');
    jobId = await publishedJob(employer);
    applicationId = await apply(candidate, jobId);
    await apply(rival, jobId);
  });
  afterAll(() => server.stop());

  /** Whether a viewer gets an application by each of the ways to it, or the code of the refusal. */
  async function view(client: GraphqlClient): Promise<unknown> {
    const [byId, byNode, ofJob, inJob] = [
      await client.send<{ application: { id: string } | null }>(APPLICATION, { id: applicationId }),
      await client.data<{ node: { id: string } | null }>(NODE, { id: applicationId }),
      await client.send<{ jobApplications: { totalCount: number } }>(OF_JOB, { jobId }),
      await client.data<{ job: { applications: { totalCount: number } | null } }>(IN_JOB, { jobId }),
    ];
    return {
      application: byId.errors?.[0]?.extensions.code ?? byId.data.application?.id,
      node: byNode.node?.id ?? null,
      jobApplications: ofJob.errors?.[0]?.extensions.code ?? ofJob.data.jobApplications.totalCount,
      inJob: inJob.job.applications?.totalCount ?? null,
    };
  }

  it('is seen by members of the company who may manage candidates, and by administrators', async () => {
    const seen = { application: applicationId, node: applicationId, jobApplications: 2, inJob: 2 };
    for (const { client } of [
      employer,
      await colleagueOf(server, employer, { canCreateJobs: false }),
      await signUpAdmin(server),
    ])
      expect(await view(client)).toEqual(seen);
  });

  it('is seen by the candidate who sent it, but not among those of the others', async () => {
    expect(await view(candidate.client)).toEqual({
      application: applicationId,
      node: applicationId,
      jobApplications: 'FORBIDDEN',
      inJob: null,
    });
    expect(await candidate.client.data(MINE)).toEqual({
      myApplications: { totalCount: 1, edges: [{ node: { id: applicationId } }] },
    });
  });

  it('does not exist for other candidates, other companies and members who may not manage candidates', async () => {
    const hidden = { application: 'NOT_FOUND', node: null, jobApplications: 'FORBIDDEN', inJob: null };
    for (const { client } of [
      rival,
      await signUpWithCompany(server, 'Iroko'),
      await signUp(server, 'EMPLOYER'),
      await colleagueOf(server, employer, { canManageCandidates: false }),
    ])
      expect(await view(client)).toEqual(hidden);
  });

  it('asks anonymous viewers to sign in', async () => {
    expect(await view(server.client())).toEqual({
      application: 'UNAUTHENTICATED',
      node: null,
      jobApplications: 'UNAUTHENTICATED',
      inJob: null,
    });
  });

  it('does not tell that a job exists which the viewer may not see', async () => {
    const draft = await createJob(employer);
    for (const { client } of [candidate, await signUpWithCompany(server, 'Iroko')])
      expect(await client.errorCode(OF_JOB, { jobId: draft })).toBe('NOT_FOUND');
    expect(await employer.client.data(OF_JOB, { jobId: draft })).toEqual({
      jobApplications: { totalCount: 0, edges: [] },
    });
  });

  it('is listed as mine for candidates only', async () => {
    expect(await employer.client.errorCode(MINE)).toBe('FORBIDDEN');
    expect(await (await signUpAdmin(server)).client.errorCode(MINE)).toBe('FORBIDDEN');
    expect(await server.client().errorCode(MINE)).toBe('UNAUTHENTICATED');
  });

  it.each([
    ['application', APPLICATION, 'id'],
    ['jobApplications', OF_JOB, 'jobId'],
  ])('is not looked for by %s under the id of something else', async (_field, query, argument) => {
    for (const id of [employer.companyId, 'x', ''])
      expect(await employer.client.errorCode(query, { [argument]: id })).toBe('BAD_USER_INPUT');
  });

  it('shows the company what it may know of the candidate, and no rival what it may not', async () => {
    const query = `query ($id: ID!) { node(id: $id) { ... on Candidate { email phone } } }`;
    const id = globalId('Candidate', await candidateRowOf(server, candidate));
    expect(await employer.client.data(query, { id })).toEqual({
      node: { email: candidate.email, phone: null },
    });
    expect(await rival.client.data(query, { id })).toEqual({ node: null });
  });

  it('shows a candidate nothing of the notes and the rating the company keeps', async () => {
    await server.db.rows(sql<object>`update applications set rating = 2 where id = ${uuidIn(applicationId)}`);
    await server.db.rows(sql<object>`
      insert into application_notes (id, application_id, body)
      values (gen_random_uuid(), ${uuidIn(applicationId)}, 'trop cher pour nous')`);
    const application = (await readSchema(server)).getType('Application');
    if (!isObjectType(application)) throw new Error('Application is no object type');
    const data = await candidate.client.data(
      `query ($id: ID!) { application(id: $id) { notes { edges { node { body } } } ...All } }
      fragment All on Application ${everyField(application, 3)}`,
      { id: applicationId },
    );
    expect(data).toMatchObject({
      application: { id: applicationId, status: 'APPLIED', job: { id: jobId }, rating: null, notes: null },
    });
    expect(JSON.stringify(data)).not.toMatch(/trop cher/i);
  });

  it('is the only type, with its notes, that has a field named like a note, a rating or a secret', async () => {
    const types = answerTypes(await readSchema(server));
    expect(types.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Application', 'ApplicationEvent', 'Candidate', 'Employer', 'Job', 'User']),
    );
    const fields = types.flatMap((type) =>
      Object.keys(type.getFields()).map((field) => `${type.name}.${field}`),
    );
    const named = fields.filter((field) => /\..*(note|rating|score|hash|secret|password)/i.test(field));
    // Each of them is tested in notes-and-rating-are-for-the-company.test.ts.
    expect(named.sort()).toEqual([
      'AddApplicationNotePayload.note',
      'Application.notes',
      'Application.rating',
      'DeleteApplicationNotePayload.deletedNoteId',
      'Mutation.addApplicationNote',
      'Mutation.changePassword',
      'Mutation.deleteApplicationNote',
      'Mutation.requestPasswordReset',
      'Mutation.resetPassword',
      'Mutation.sendPasswordReset',
      'Mutation.updateApplicationNote',
      'UpdateApplicationNotePayload.note',
    ]);
  });
});
