import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { act, failedWith, refusedWith, type Outcome } from '../support/act.js';
import { eventsOfJob, forceJobStatus } from '../support/job-rows.js';
import { colleagueOf, signUpAdmin } from '../support/members.js';
import { signUp, signUpWithCompany, type EmployerWithCompany, type Person } from '../support/people.js';
import { apply, createJob, publishedJob } from '../support/recruitment.js';
import { countStatements } from '../support/statement-count.js';
import { tableDigests } from '../support/table-digests.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { uuidIn } from '../support/uuid-in.js';

const HISTORY = 'query ($id: ID!) { job(id: $id) { history { from to at } } }';

interface Change {
  from: string | null;
  to: string;
  at: string;
}

describe('a job that is no longer needed', () => {
  let server: TestServer;
  let employer: EmployerWithCompany;
  let candidate: Person;
  beforeAll(async () => {
    server = await startTestServer();
    employer = await signUpWithCompany(server);
    candidate = await signUp(server, 'CANDIDATE');
  });
  afterAll(() => server.stop());

  const archive = (jobId: string, client = employer.client) => act(client, 'archiveJob', { jobId });
  const remove = (jobId: string, client = employer.client) => act<string>(client, 'deleteJob', { jobId });
  const deleted = (jobId: string): Outcome<string> => ({ error: undefined, userErrors: [], result: jobId });

  async function jobIn(status: string): Promise<string> {
    const jobId = await createJob(employer);
    await forceJobStatus(server, jobId, status);
    return jobId;
  }

  async function exists(jobId: string): Promise<boolean> {
    return (await server.db.row(sql<object>`select from jobs where id = ${uuidIn(jobId)}`)) !== undefined;
  }

  describe('archived', () => {
    it('leaves the market for good, which its history keeps', async () => {
      const jobId = await publishedJob(employer);
      await act(employer.client, 'closeJob', { jobId });
      expect(await archive(jobId)).toMatchObject({
        result: { id: jobId, status: 'ARCHIVED' },
        userErrors: [],
      });
      expect((await eventsOfJob(server, jobId)).at(-1)).toEqual({ from: 'CLOSED', to: 'ARCHIVED' });
      expect(await act(employer.client, 'publishJob', { jobId })).toEqual(
        refusedWith('INVALID_TRANSITION', 'jobId'),
      );
    });

    it.each(['DRAFT', 'PUBLISHED', 'ARCHIVED'])('only once it is closed: not while %s', async (status) => {
      const jobId = await jobIn(status);
      const before = await tableDigests(server.db);
      expect(await archive(jobId)).toEqual(refusedWith('INVALID_TRANSITION', 'jobId'));
      expect(await tableDigests(server.db)).toEqual(before);
    });

    it('is never published at the same moment', async () => {
      const jobId = await jobIn('CLOSED');
      const outcomes = await Promise.all([archive(jobId), act(employer.client, 'publishJob', { jobId })]);
      expect(outcomes.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
      expect(await eventsOfJob(server, jobId)).toHaveLength(2);
    });
  });

  describe('deleted', () => {
    it.each(['DRAFT', 'PUBLISHED', 'CLOSED', 'ARCHIVED'])(
      'is gone when nobody applied: %s',
      async (status) => {
        const jobId = await jobIn(status);
        expect(await remove(jobId)).toEqual(deleted(jobId));
        expect(await exists(jobId)).toBe(false);
        expect(await eventsOfJob(server, jobId)).toEqual([]);
        expect(await remove(jobId)).toEqual(refusedWith('NOT_FOUND', 'jobId'));
      },
    );

    it('stays when somebody applied, even if they withdrew', async () => {
      const jobId = await publishedJob(employer);
      const applicationId = await apply(candidate, jobId);
      await act(candidate.client, 'withdrawApplication', { applicationId });
      const before = await tableDigests(server.db);
      expect(await remove(jobId)).toEqual(refusedWith('HAS_APPLICATIONS', 'jobId'));
      expect(await tableDigests(server.db)).toEqual(before);
    });

    it('never takes an application with it, nor leaves one without a job', async () => {
      const outcomes: string[] = [];
      for (let round = 0; round < 12; round += 1) {
        const jobId = await publishedJob(employer);
        const [removal, ...applications] = await Promise.all([
          remove(jobId),
          act(candidate.client, 'applyToJob', { jobId }),
          remove(jobId),
        ]);
        const isGone = !(await exists(jobId));
        const [stored] = await server.db.rows(sql<{ count: number }>`
          select count(*)::int as count from applications where job_id = ${uuidIn(jobId)}`);
        expect(stored?.count).toBe(isGone ? 0 : 1);
        const [application] = applications;
        expect(application?.error).toBeUndefined();
        expect(application?.userErrors).toEqual(isGone ? [{ code: 'NOT_FOUND', field: 'jobId' }] : []);
        expect(removal?.error).toBeUndefined();
        outcomes.push(isGone ? 'deleted' : 'applied');
      }
      expect(outcomes).toHaveLength(12);
    });
  });

  it.each(['archiveJob', 'deleteJob'] as const)('is left alone by others: %s', async (name) => {
    const jobId = await publishedJob(employer);
    const draft = await createJob(employer);
    const stranger = await signUpWithCompany(server, 'Iroko');
    const colleague = await colleagueOf(server, employer, { canCreateJobs: false });
    const before = await tableDigests(server.db);
    expect(await act(stranger.client, name, { jobId })).toEqual(failedWith('FORBIDDEN'));
    expect(await act(stranger.client, name, { jobId: draft })).toEqual(refusedWith('NOT_FOUND', 'jobId'));
    expect(await act(colleague.client, name, { jobId: draft })).toEqual(failedWith('FORBIDDEN'));
    expect(await act(candidate.client, name, { jobId })).toEqual(failedWith('FORBIDDEN'));
    expect(await act(server.client(), name, { jobId })).toEqual(failedWith('UNAUTHENTICATED'));
    expect(await tableDigests(server.db)).toEqual(before);
  });

  describe('and its history', () => {
    it('is told to its company and to administrators, and to nobody else', async () => {
      const jobId = await publishedJob(employer);
      const colleague = await colleagueOf(server, employer, { canCreateJobs: false });
      const history = async ({ client }: Pick<Person, 'client'>) =>
        (await client.data<{ job: { history: Change[] | null } }>(HISTORY, { id: jobId })).job.history;
      const told = await history(employer);
      expect(told?.map(({ from, to }) => ({ from, to }))).toEqual([
        { from: null, to: 'DRAFT' },
        { from: 'DRAFT', to: 'PUBLISHED' },
      ]);
      expect(told?.every(({ at }) => Date.parse(at) <= server.clock.now().getTime())).toBe(true);
      expect(await history(colleague)).toEqual(told);
      expect(await history(await signUpAdmin(server))).toEqual(told);
      const stranger = await signUpWithCompany(server, 'Moabi');
      for (const viewer of [candidate, stranger, { client: server.client() }])
        expect(await history(viewer)).toBeNull();
    });

    it('comes for a whole list with one statement', async () => {
      const admin = await signUpAdmin(server);
      const ask = (first: number) =>
        admin.client.data<{ jobs: { edges: { node: { history: Change[] } }[] } }>(
          'query ($first: Int) { jobs(first: $first) { edges { node { history { to } } } } }',
          { first },
        );
      await ask(1);
      const one = await countStatements(() => ask(1));
      const many = await countStatements(() => ask(5));
      expect((await ask(5)).jobs.edges.length).toBeGreaterThan(1);
      expect(many).toHaveLength(one.length);
    });
  });
});
