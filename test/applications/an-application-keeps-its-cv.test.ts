import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { act, refusedWith } from '../support/act.js';
import { completedCv, cvsOf, PDF } from '../support/cvs.js';
import { colleagueOf, signUpAdmin } from '../support/members.js';
import { signUp, signUpWithCompany, type EmployerWithCompany, type Person } from '../support/people.js';
import { publishedJob } from '../support/recruitment.js';
import { storedFiles, sweep } from '../support/stored-files.js';
import { tableDigests } from '../support/table-digests.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

interface Sent {
  id: string;
  cv: { id: string; fileName: string; downloadUrl: string } | null;
}

const FIELDS = 'id cv { id fileName downloadUrl }';

describe('the CV of an application', () => {
  let server: TestServer;
  let employer: EmployerWithCompany;
  let candidate: Person;
  let jobId: string;
  beforeAll(async () => {
    server = await startTestServer();
    employer = await signUpWithCompany(server);
  });
  beforeEach(async () => {
    candidate = await signUp(server, 'CANDIDATE');
    jobId = await publishedJob(employer);
  });
  afterAll(() => server.stop());

  const send = (input: Record<string, unknown> = {}) =>
    act<Sent>(candidate.client, 'applyToJob', { jobId, ...input }, FIELDS);

  async function cvSeenBy({ client }: Pick<Person, 'client'>, id: string): Promise<Sent['cv'] | undefined> {
    const { data } = await client.send<{ application: Sent | null }>(
      `query ($id: ID!) { application(id: $id) { ${FIELDS} } }`,
      { id },
    );
    return data.application?.cv;
  }

  it('is the active one unless another is named', async () => {
    const first = await completedCv(candidate);
    const second = await completedCv(candidate, { ...PDF, fileName: 'anglais.pdf' });
    expect((await send()).result?.cv?.id).toBe(first);
    jobId = await publishedJob(employer);
    expect((await send({ cvId: second })).result?.cv).toMatchObject({ id: second, fileName: 'anglais.pdf' });
  });

  it('is none when it is null, or when there is none', async () => {
    expect((await send()).result?.cv).toBeNull();
    await completedCv(candidate);
    jobId = await publishedJob(employer);
    expect((await send({ cvId: null })).result?.cv).toBeNull();
  });

  it('is never that of another, one deleted, or something else', async () => {
    const cvId = await completedCv(candidate);
    await act(candidate.client, 'deleteCv', { cvId });
    const foreign = await completedCv(await signUp(server, 'CANDIDATE'));
    const before = await tableDigests(server.db);
    for (const id of [cvId, foreign, jobId, 'cv_'])
      expect(await send({ cvId: id })).toEqual(refusedWith('NOT_FOUND', 'cvId'));
    expect(await tableDigests(server.db)).toEqual(before);
  });

  it('stays when the candidate deletes it, for those who see the application, and for as long as it exists', async () => {
    const cvId = await completedCv(candidate);
    const { result } = await send();
    const applicationId = `${result?.id}`;
    await act(candidate.client, 'deleteCv', { cvId });
    await sweep(server);
    expect(await cvsOf(candidate)).toEqual([]);
    for (const viewer of [
      employer,
      await colleagueOf(server, employer),
      await signUpAdmin(server),
      candidate,
    ]) {
      const cv = await cvSeenBy(viewer, applicationId);
      expect(cv?.id).toBe(cvId);
      const download = await fetch(`${cv?.downloadUrl}`);
      expect(Buffer.from(await download.arrayBuffer())).toEqual(PDF.content);
    }
  });

  it('is unlike the profile’s other CVs: employers see no more than the one they were sent', async () => {
    const sent = await completedCv(candidate);
    await completedCv(candidate);
    await send();
    const query = `query ($jobId: ID!) {
      jobApplications(jobId: $jobId) { edges { node { cv { id } candidate { cvs { id } } } } }
    }`;
    expect(await employer.client.data(query, { jobId })).toEqual({
      jobApplications: { edges: [{ node: { cv: { id: sent }, candidate: { cvs: null } } }] },
    });
  });

  it('is for nobody else', async () => {
    await completedCv(candidate);
    const { result } = await send();
    const outsiders = [
      await colleagueOf(server, employer, { canManageCandidates: false }),
      await signUpWithCompany(server, 'Iroko'),
      await signUp(server, 'EMPLOYER'),
      await signUp(server, 'CANDIDATE'),
      { client: server.client() },
    ];
    for (const outsider of outsiders) {
      expect(await cvSeenBy(outsider, `${result?.id}`)).toBeUndefined();
      const { node } = await outsider.client.data<{ node: unknown }>(
        'query ($id: ID!) { node(id: $id) { ... on Cv { downloadUrl } } }',
        { id: result?.cv?.id },
      );
      expect(node).toBeNull();
    }
  });

  it('is whole or refused when the candidate deletes it at the same moment', async () => {
    const rounds = 10;
    for (let round = 0; round < rounds; round++) {
      const person = await signUp(server, 'CANDIDATE');
      const cvId = await completedCv(person);
      jobId = await publishedJob(employer);
      const [sent, deleted] = await Promise.all([
        act<Sent>(person.client, 'applyToJob', { jobId, cvId }, FIELDS),
        act<string>(person.client, 'deleteCv', { cvId }),
        sweep(server),
      ]);
      expect(deleted.result).toBe(cvId);
      await sweep(server);
      if (sent.result === null) expect(sent).toEqual(refusedWith('NOT_FOUND', 'cvId'));
      else
        expect((await fetch(`${(await cvSeenBy(employer, sent.result.id))?.downloadUrl}`)).status).toBe(200);
    }
    expect((await storedFiles(server)).length).toBeGreaterThan(0);
  });
});
