import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { act } from '../support/act.js';
import type { GraphqlClient } from '../support/graphql-client.js';
import { forceJobStatus } from '../support/job-rows.js';
import { colleagueOf, signUpAdmin } from '../support/members.js';
import { signUp, signUpWithCompany, type EmployerWithCompany } from '../support/people.js';
import { apply, createJob, publishedJob } from '../support/recruitment.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const JOB = 'query ($id: ID!) { job(id: $id) { id status } }';
const NODE = 'query ($id: ID!) { node(id: $id) { id ... on Job { status } } }';
const LIST = '{ jobs(first: 100) { totalCount edges { node { id } } } }';

interface List {
  jobs: { totalCount: number; edges: { node: { id: string } }[] };
}

const HIDDEN = { job: 'NOT_FOUND', node: null, isListed: false };

describe('a job that is not public', () => {
  let server: TestServer;
  let employer: EmployerWithCompany;
  let insiders: Record<string, GraphqlClient>;
  let outsiders: Record<string, GraphqlClient>;
  beforeAll(async () => {
    server = await startTestServer();
    employer = await signUpWithCompany(server);
    insiders = {
      author: employer.client,
      colleague: (await colleagueOf(server, employer)).client,
      'colleague without permissions': (
        await colleagueOf(server, employer, { canCreateJobs: false, canManageCandidates: false })
      ).client,
      administrator: (await signUpAdmin(server)).client,
    };
    outsiders = {
      anonymous: server.client(),
      candidate: (await signUp(server, 'CANDIDATE')).client,
      'employer of another company': (await signUpWithCompany(server, 'Iroko')).client,
      'employer without a company': (await signUp(server, 'EMPLOYER')).client,
    };
  });
  afterAll(() => server.stop());

  /** What a viewer gets to see of a job, by every way there is. */
  async function view(client: GraphqlClient, id: string): Promise<unknown> {
    const byJob = await client.send<{ job: unknown }>(JOB, { id });
    const { node } = await client.data<{ node: unknown }>(NODE, { id });
    const { jobs } = await client.data<List>(LIST);
    return {
      job: byJob.errors?.[0]?.extensions.code ?? byJob.data.job,
      node,
      isListed: jobs.edges.some((edge) => edge.node.id === id),
    };
  }

  async function views(viewers: Record<string, GraphqlClient>, id: string): Promise<Record<string, unknown>> {
    const seen: Record<string, unknown> = {};
    for (const [viewer, client] of Object.entries(viewers)) seen[viewer] = await view(client, id);
    return seen;
  }

  const forAll = (viewers: Record<string, GraphqlClient>, value: unknown) =>
    Object.fromEntries(Object.keys(viewers).map((viewer) => [viewer, value]));

  it.each(['DRAFT', 'CLOSED', 'ARCHIVED'])('does not exist for outsiders while it is %s', async (status) => {
    const id = await createJob(employer);
    await forceJobStatus(server, id, status);
    expect(await views(outsiders, id)).toEqual(forAll(outsiders, HIDDEN));
  });

  it.each(['DRAFT', 'CLOSED', 'ARCHIVED'])(
    'is seen, but not listed, by members of its company and administrators while it is %s',
    async (status) => {
      const id = await createJob(employer);
      await forceJobStatus(server, id, status);
      const seen = { job: { id, status }, node: { id, status }, isListed: false };
      expect(await views(insiders, id)).toEqual(forAll(insiders, seen));
    },
  );

  it('exists for everybody once it is published', async () => {
    const id = await publishedJob(employer);
    const seen = { job: { id, status: 'PUBLISHED' }, node: { id, status: 'PUBLISHED' }, isListed: true };
    expect(await views({ ...insiders, ...outsiders }, id)).toEqual(
      forAll({ ...insiders, ...outsiders }, seen),
    );
  });

  it('does not count in the total of the list', async () => {
    const before = (await server.client().data<List>(LIST)).jobs.totalCount;
    await createJob(employer);
    expect((await employer.client.data<List>(LIST)).jobs.totalCount).toBe(before);
    await publishedJob(employer);
    expect((await employer.client.data<List>(LIST)).jobs.totalCount).toBe(before + 1);
  });

  it('is still seen by a candidate who applied to it, until they withdraw', async () => {
    const id = await publishedJob(employer);
    const candidate = await signUp(server, 'CANDIDATE');
    const applicationId = await apply(candidate, id);
    await act(employer.client, 'closeJob', { jobId: id });
    const seen = { job: { id, status: 'CLOSED' }, node: { id, status: 'CLOSED' }, isListed: false };
    expect(await view(candidate.client, id)).toEqual(seen);
    await act(candidate.client, 'withdrawApplication', { applicationId });
    expect(await view(candidate.client, id)).toEqual(HIDDEN);
  });
});
