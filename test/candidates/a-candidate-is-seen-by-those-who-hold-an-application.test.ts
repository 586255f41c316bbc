import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { globalId } from '../../src/graphql/ids.js';
import { candidateRowOf } from '../support/application-rows.js';
import { act } from '../support/act.js';
import { colleagueOf, signUpAdmin } from '../support/members.js';
import { signUp, signUpWithCompany, type EmployerWithCompany, type Person } from '../support/people.js';
import { apply, publishedJob } from '../support/recruitment.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const NODE = `query ($id: ID!) {
  node(id: $id) { id ... on Candidate { firstName lastName email phone } }
}`;

describe('a candidate profile', () => {
  let server: TestServer;
  let employer: EmployerWithCompany;
  let candidate: Person;
  let id: string;
  let seen: object;
  beforeAll(async () => {
    server = await startTestServer();
    employer = await signUpWithCompany(server);
    candidate = await signUp(server, 'CANDIDATE');
    await apply(candidate, await publishedJob(employer));
    id = globalId('Candidate', await candidateRowOf(server, candidate));
    seen = {
      node: { id, firstName: 'Ama', lastName: expect.any(String), email: candidate.email, phone: null },
    };
  });
  afterAll(() => server.stop());

  const viewedBy = (viewer: Pick<Person, 'client'>) => viewer.client.data(NODE, { id });

  it('is hidden from employers until the candidate applies to a job of their company', async () => {
    const newcomer = await signUpWithCompany(server, 'Wengé');
    const colleague = await colleagueOf(server, newcomer);
    const jobId = await publishedJob(newcomer);
    expect(await viewedBy(newcomer)).toEqual({ node: null });
    await apply(candidate, jobId);
    expect(await viewedBy(newcomer)).toEqual(seen);
    expect(await viewedBy(colleague)).toEqual(seen);
  });

  it('is hidden from members who may not manage candidates', async () => {
    const member = await colleagueOf(server, employer, { canManageCandidates: false });
    expect(await viewedBy(member)).toEqual({ node: null });
  });

  it('is hidden from employers of other companies and of none', async () => {
    expect(await viewedBy(await signUpWithCompany(server, 'Iroko'))).toEqual({ node: null });
    expect(await viewedBy(await signUp(server, 'EMPLOYER'))).toEqual({ node: null });
  });

  it('is hidden from other candidates and anonymous viewers', async () => {
    expect(await viewedBy(await signUp(server, 'CANDIDATE'))).toEqual({ node: null });
    expect(await viewedBy({ client: server.client() })).toEqual({ node: null });
  });

  it('is seen by the candidate and by administrators', async () => {
    expect(await viewedBy(candidate)).toEqual(seen);
    expect(await viewedBy(await signUpAdmin(server))).toEqual(seen);
  });

  it('stays with the company after the candidate withdraws', async () => {
    const other = await signUpWithCompany(server, 'Ébène');
    const applicationId = await apply(candidate, await publishedJob(other));
    await act(candidate.client, 'withdrawApplication', { applicationId });
    expect(await viewedBy(other)).toEqual(seen);
  });
});
