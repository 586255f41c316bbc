import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { act, failedWith, refusedWith } from '../support/act.js';
import { eventsOfJob, forceJobStatus } from '../support/job-rows.js';
import { signUpWithCompany, type EmployerWithCompany } from '../support/people.js';
import { createJob, publishedJob } from '../support/recruitment.js';
import { tableDigests } from '../support/table-digests.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { uuidIn } from '../support/uuid-in.js';
import { whileWritesFail } from '../support/while-writes-fail.js';

const CREATED = { from: null, to: 'DRAFT' };
const PUBLISHED = { from: 'DRAFT', to: 'PUBLISHED' };
const CLOSED = { from: 'PUBLISHED', to: 'CLOSED' };
const REPUBLISHED = { from: 'CLOSED', to: 'PUBLISHED' };

describe('the life of a job', () => {
  let server: TestServer;
  let employer: EmployerWithCompany;
  beforeAll(async () => {
    server = await startTestServer();
    employer = await signUpWithCompany(server);
  });
  afterAll(() => server.stop());

  const publish = (jobId: string) => act(employer.client, 'publishJob', { jobId });
  const close = (jobId: string) => act(employer.client, 'closeJob', { jobId });

  async function postedAt(jobId: string): Promise<string | null> {
    const { job } = await employer.client.data<{ job: { postedAt: string | null } }>(
      'query ($id: ID!) { job(id: $id) { postedAt } }',
      { id: jobId },
    );
    return job.postedAt;
  }

  it('goes from draft to published to closed and back to published, each step recorded once', async () => {
    const jobId = await createJob(employer);
    expect(await publish(jobId)).toMatchObject({
      result: { id: jobId, status: 'PUBLISHED' },
      userErrors: [],
    });
    expect(await close(jobId)).toMatchObject({ result: { id: jobId, status: 'CLOSED' }, userErrors: [] });
    expect(await publish(jobId)).toMatchObject({
      result: { id: jobId, status: 'PUBLISHED' },
      userErrors: [],
    });
    expect(await eventsOfJob(server, jobId)).toEqual([CREATED, PUBLISHED, CLOSED, REPUBLISHED]);
  });

  it('posts a job when it is published, and again when it is published again', async () => {
    const jobId = await createJob(employer);
    expect(await postedAt(jobId)).toBeNull();
    const before = server.clock.now().toISOString();
    await publish(jobId);
    const first = `${await postedAt(jobId)}`;
    expect(first >= before && first <= server.clock.now().toISOString()).toBe(true);
    await close(jobId);
    expect(await postedAt(jobId)).toBe(first);
    server.clock.advance(60_000);
    await publish(jobId);
    expect(Date.parse(`${await postedAt(jobId)}`) - Date.parse(first)).toBeGreaterThanOrEqual(60_000);
  });

  it.each([
    ['publishJob', 'PUBLISHED'],
    ['publishJob', 'ARCHIVED'],
    ['closeJob', 'DRAFT'],
    ['closeJob', 'CLOSED'],
    ['closeJob', 'ARCHIVED'],
  ] as const)('has no %s while the job is %s', async (name, status) => {
    const jobId = await createJob(employer);
    await forceJobStatus(server, jobId, status);
    const before = await tableDigests(server.db);
    expect(await act(employer.client, name, { jobId })).toEqual(refusedWith('INVALID_TRANSITION', 'jobId'));
    expect(await tableDigests(server.db)).toEqual(before);
  });

  it('publishes once of ten requests at once', async () => {
    const jobId = await createJob(employer);
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => publish(jobId)));
    expect(outcomes.filter(({ result }) => result?.status === 'PUBLISHED')).toHaveLength(1);
    expect(outcomes.filter(({ result }) => result === null)).toEqual(
      Array(9).fill(refusedWith('INVALID_TRANSITION', 'jobId')),
    );
    expect(await eventsOfJob(server, jobId)).toEqual([CREATED, PUBLISHED]);
  });

  it('stays a chain when publishing and closing race', async () => {
    const jobId = await createJob(employer);
    await Promise.all(
      Array.from({ length: 12 }, (_, index) => (index % 2 === 0 ? publish(jobId) : close(jobId))),
    );
    const events = await eventsOfJob(server, jobId);
    expect(events.length).toBeGreaterThanOrEqual(2);
    for (const [index, event] of events.entries()) expect(event.from).toBe(events[index - 1]?.to ?? null);
    const { job } = await employer.client.data<{ job: { status: string } }>(
      'query ($id: ID!) { job(id: $id) { status } }',
      { id: jobId },
    );
    expect(job.status).toBe(events.at(-1)?.to);
  });

  it.each(['publishJob', 'closeJob'] as const)(
    'does not %s when the history cannot be written',
    async (name) => {
      const jobId = name === 'publishJob' ? await createJob(employer) : await publishedJob(employer);
      const before = await tableDigests(server.db);
      const outcome = await whileWritesFail(server.db, 'job_events', () =>
        act(employer.client, name, { jobId }),
      );
      expect(outcome).toEqual(failedWith('INTERNAL_SERVER_ERROR'));
      expect(await tableDigests(server.db)).toEqual(before);
    },
  );

  it('refuses to publish a job that has expired meanwhile, until its expiry is moved', async () => {
    const expiresAt = new Date(server.clock.now().getTime() + 60_000).toISOString();
    const jobId = await createJob(employer, { expiresAt });
    server.clock.advance(120_000);
    const before = await tableDigests(server.db);
    expect(await publish(jobId)).toEqual(refusedWith('INVALID', 'expiresAt'));
    expect(await tableDigests(server.db)).toEqual(before);
    await act(employer.client, 'updateJob', { jobId, expiresAt: null });
    expect((await publish(jobId)).result).toEqual({ id: jobId, status: 'PUBLISHED' });
  });

  it.each([
    [
      'changed',
      (id: string) => sql<object>`update job_events set to_status = 'ARCHIVED' where job_id = ${id}`,
    ],
    ['deleted', (id: string) => sql<object>`delete from job_events where job_id = ${id}`],
  ])('cannot be %s afterwards, not even by SQL', async (_what, statement) => {
    const jobId = await publishedJob(employer);
    await expect(server.db.rows(statement(uuidIn(jobId)))).rejects.toThrow('job_events is append-only');
    expect(await eventsOfJob(server, jobId)).toEqual([CREATED, PUBLISHED]);
  });

  it('goes with the company when that is deleted', async () => {
    const other = await signUpWithCompany(server, 'Iroko');
    const jobId = await publishedJob(other);
    await server.db.rows(sql<object>`delete from companies where id = ${uuidIn(other.companyId)}`);
    expect(await eventsOfJob(server, jobId)).toEqual([]);
  });

  it('outlives its author', async () => {
    const author = await signUpWithCompany(server, 'Ébène');
    const jobId = await publishedJob(author);
    await server.db.rows(sql<object>`delete from users where id = ${uuidIn(author.id)}`);
    expect(await eventsOfJob(server, jobId)).toEqual([CREATED, PUBLISHED]);
    expect(await server.client().data('query ($id: ID!) { job(id: $id) { id } }', { id: jobId })).toEqual({
      job: { id: jobId },
    });
  });
});
