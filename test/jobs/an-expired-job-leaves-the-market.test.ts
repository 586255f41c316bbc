import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { closeExpiredJobs } from '../../src/jobs/close-expired-jobs.js';
import { act, refusedWith } from '../support/act.js';
import type { GraphqlClient } from '../support/graphql-client.js';
import { eventsOfJob, insertJobs } from '../support/job-rows.js';
import { signUpAdmin } from '../support/members.js';
import { signUp, signUpWithCompany, type EmployerWithCompany } from '../support/people.js';
import { apply, createJob, publishedJob } from '../support/recruitment.js';
import { tableDigests } from '../support/table-digests.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { uuidIn } from '../support/uuid-in.js';

const JOB = 'query ($id: ID!) { job(id: $id) { status } }';
const MINUTE = 60_000;
const EXPIRY = Date.parse('2020-06-01T12:00:00.000Z');

describe('a job whose time is over', () => {
  let server: TestServer;
  let employer: EmployerWithCompany;
  beforeAll(async () => {
    server = await startTestServer();
    employer = await signUpWithCompany(server);
  });
  afterAll(() => server.stop());

  const inMinutes = (minutes: number) =>
    new Date(server.clock.now().getTime() + minutes * MINUTE).toISOString();

  async function listed(client: GraphqlClient): Promise<string[]> {
    const { jobs } = await client.data<{ jobs: { edges: { node: { id: string } }[] } }>(
      '{ jobs(first: 100) { edges { node { id } } } }',
    );
    return jobs.edges.map(({ node }) => node.id);
  }

  async function statusOf(jobId: string): Promise<string | undefined> {
    return (await server.db.row(sql<{ status: string }>`select status from jobs where id = ${uuidIn(jobId)}`))
      ?.status;
  }

  it('vanishes for the public at once, without anything being done to it', async () => {
    const jobId = await publishedJob(employer, { expiresAt: inMinutes(1) });
    const candidate = await signUp(server, 'CANDIDATE');
    expect(await listed(candidate.client)).toContain(jobId);
    server.clock.advance(2 * MINUTE);
    expect(await statusOf(jobId)).toBe('PUBLISHED');
    for (const client of [
      server.client(),
      candidate.client,
      (await signUpWithCompany(server, 'Iroko')).client,
    ]) {
      expect(await listed(client)).not.toContain(jobId);
      expect(await client.errorCode(JOB, { id: jobId })).toBe('NOT_FOUND');
    }
  });

  it('stays visible to its company, to administrators and to candidates who applied', async () => {
    const jobId = await publishedJob(employer, { expiresAt: inMinutes(1) });
    const candidate = await signUp(server, 'CANDIDATE');
    await apply(candidate, jobId);
    server.clock.advance(2 * MINUTE);
    for (const { client } of [employer, candidate, await signUpAdmin(server)]) {
      expect(await client.data(JOB, { id: jobId })).toEqual({ job: { status: 'PUBLISHED' } });
    }
  });

  it('takes no applications any more', async () => {
    const jobId = await publishedJob(employer, { expiresAt: inMinutes(1) });
    const stranger = await signUp(server, 'CANDIDATE');
    const applicant = await signUp(server, 'CANDIDATE');
    await apply(applicant, jobId);
    server.clock.advance(2 * MINUTE);
    const before = await tableDigests(server.db);
    expect(await act(stranger.client, 'applyToJob', { jobId })).toEqual(refusedWith('NOT_FOUND', 'jobId'));
    expect(await act(applicant.client, 'applyToJob', { jobId })).toEqual(
      refusedWith('JOB_NOT_OPEN', 'jobId'),
    );
    expect(await tableDigests(server.db)).toEqual(before);
  });

  it('is closed exactly once by any number of processes at once, with its history', async () => {
    const [still, draft] = [
      await publishedJob(employer),
      await createJob(employer, { expiresAt: inMinutes(1) }),
    ];
    const expired = [];
    for (let index = 0; index < 5; index++)
      expired.push(await publishedJob(employer, { expiresAt: inMinutes(1) }));
    await closeExpiredJobs(server.db, server.clock.now());
    server.clock.advance(2 * MINUTE);

    const now = server.clock.now();
    const closed = await Promise.all(Array.from({ length: 10 }, () => closeExpiredJobs(server.db, now)));
    expect(closed.reduce((sum, count) => sum + count, 0)).toBe(expired.length);
    for (const jobId of expired) {
      expect(await statusOf(jobId)).toBe('CLOSED');
      expect((await eventsOfJob(server, jobId)).slice(1)).toEqual([
        { from: 'DRAFT', to: 'PUBLISHED' },
        { from: 'PUBLISHED', to: 'CLOSED' },
      ]);
      const event = await server.db.row(sql<{ at: Date; companyId: string; employerId: string }>`
        select at, company_id as "companyId", employer_id as "employerId" from job_events
        where job_id = ${uuidIn(jobId)} and to_status = 'CLOSED'`);
      expect(event).toEqual({
        at: now,
        companyId: uuidIn(employer.companyId),
        employerId: expect.any(String),
      });
    }
    expect(await statusOf(still)).toBe('PUBLISHED');
    expect(await statusOf(draft)).toBe('DRAFT');
  });

  it('has expired at the very millisecond it names, and not before', async () => {
    const [jobId = ''] = await insertJobs(server, employer, [{ expires_at: new Date(EXPIRY).toISOString() }]);
    expect(await closeExpiredJobs(server.db, new Date(EXPIRY - 1))).toBe(0);
    expect(await statusOf(jobId)).toBe('PUBLISHED');
    expect(await closeExpiredJobs(server.db, new Date(EXPIRY))).toBe(1);
    expect(await statusOf(jobId)).toBe('CLOSED');
  });

  it('is published again only with a later expiry', async () => {
    const jobId = await publishedJob(employer, { expiresAt: inMinutes(1) });
    server.clock.advance(2 * MINUTE);
    await closeExpiredJobs(server.db, server.clock.now());
    expect(await act(employer.client, 'publishJob', { jobId })).toEqual(refusedWith('INVALID', 'expiresAt'));
    await act(employer.client, 'updateJob', { jobId, expiresAt: inMinutes(10) });
    expect((await act(employer.client, 'publishJob', { jobId })).result?.status).toBe('PUBLISHED');
    expect(await listed(server.client())).toContain(jobId);
  });
});
