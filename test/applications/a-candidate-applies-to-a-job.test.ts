import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { globalId } from '../../src/graphql/ids.js';
import { act, failedWith, refusedWith } from '../support/act.js';
import {
  applicationRow,
  applicationsCount,
  eventsOfApplication,
  forceStatus,
  notificationsOf,
} from '../support/application-rows.js';
import { forceJobStatus } from '../support/job-rows.js';
import { colleagueOf, signUpAdmin } from '../support/members.js';
import { signUp, signUpWithCompany, type EmployerWithCompany, type Person } from '../support/people.js';
import { apply, move, publishedJob } from '../support/recruitment.js';
import { tableDigests } from '../support/table-digests.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { uuidIn } from '../support/uuid-in.js';

const ALREADY = refusedWith('ALREADY_APPLIED', 'jobId');

describe('applying to a job', () => {
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

  const attempt = (input: Record<string, unknown> = {}, viewer: Pick<Person, 'client'> = candidate) =>
    act<{ id: string; status: string }>(viewer.client, 'applyToJob', { jobId, ...input });

  async function expectNothingChanged(work: () => Promise<void>): Promise<void> {
    const before = await tableDigests(server.db);
    await work();
    expect(await tableDigests(server.db)).toEqual(before);
  }

  it('sends the application as it was written', async () => {
    const input = {
      coverLetter: '  Madame, Monsieur,\n\nje vous écris « avec joie » 💼.  ',
      source: 'OTHER',
      sourceDetail: ' Radio ',
    };
    const { result } = await act(
      candidate.client,
      'applyToJob',
      { jobId, ...input },
      'status coverLetter source sourceDetail job { id } candidate { email } history { from to actor reason }',
    );
    expect(result).toEqual({
      status: 'APPLIED',
      coverLetter: 'Madame, Monsieur,\n\nje vous écris « avec joie » 💼.',
      source: 'OTHER',
      sourceDetail: 'Radio',
      job: { id: jobId },
      candidate: { email: candidate.email },
      history: [{ from: null, to: 'APPLIED', actor: 'CANDIDATE', reason: null }],
    });
  });

  it('says DIRECT when no source is named, and needs no letter', async () => {
    const applicationId = await apply(candidate, jobId);
    expect(await applicationRow(server, applicationId)).toMatchObject({
      status: 'APPLIED',
      source: 'DIRECT',
      sourceDetail: null,
      coverLetter: null,
      interviewedAt: null,
    });
  });

  it('records who did it, counts it on the job and tells the author, and nobody else', async () => {
    const author = await signUpWithCompany(server, 'Iroko');
    const colleague = await colleagueOf(server, author);
    jobId = await publishedJob(author);
    const applicationId = await apply(candidate, jobId);
    expect(await eventsOfApplication(server, applicationId)).toEqual([
      { actor: 'CANDIDATE', actorUserId: uuidIn(candidate.id), from: null, to: 'APPLIED', reason: null },
    ]);
    expect(await applicationsCount(server, jobId)).toBe(1);
    expect(await notificationsOf(server, author)).toEqual([
      {
        type: 'NEW_APPLICATION',
        jobId: uuidIn(jobId),
        applicationId: uuidIn(applicationId),
        payload: {},
        readAt: null,
      },
    ]);
    expect(await notificationsOf(server, colleague)).toEqual([]);
    expect(await notificationsOf(server, candidate)).toEqual([]);
  });

  it('shows on the job as hasApplied, until it is withdrawn', async () => {
    const hasApplied = async () =>
      candidate.client.data('query ($id: ID!) { job(id: $id) { hasApplied } }', { id: jobId });
    expect(await hasApplied()).toEqual({ job: { hasApplied: false } });
    const applicationId = await apply(candidate, jobId);
    expect(await hasApplied()).toEqual({ job: { hasApplied: true } });
    await act(candidate.client, 'withdrawApplication', { applicationId });
    expect(await hasApplied()).toEqual({ job: { hasApplied: false } });
  });

  it('does not touch when the job last changed', async () => {
    const updatedAt = () =>
      employer.client.data('query ($id: ID!) { job(id: $id) { updatedAt } }', { id: jobId });
    const before = await updatedAt();
    server.clock.advance(1000);
    await apply(candidate, jobId);
    expect(await updatedAt()).toEqual(before);
  });

  it.each(['APPLIED', 'VIEWED', 'SHORTLISTED', 'INTERVIEW', 'ACCEPTED'])(
    'is refused while an application of the candidate is %s',
    async (status) => {
      await forceStatus(server, await apply(candidate, jobId), status);
      await expectNothingChanged(async () => expect(await attempt()).toEqual(ALREADY));
    },
  );

  it('is possible again after a rejection', async () => {
    const first = await apply(candidate, jobId);
    await move(employer, first, 'REJECTED');
    const { result } = await attempt();
    expect(result).toEqual({ id: expect.not.stringMatching(first), status: 'APPLIED' });
    expect(await applicationsCount(server, jobId)).toBe(2);
  });

  it('is possible again after a withdrawal, any number of times', async () => {
    for (let round = 1; round <= 3; round++) {
      const applicationId = await apply(candidate, jobId);
      await act(candidate.client, 'withdrawApplication', { applicationId });
      expect(await applicationsCount(server, jobId)).toBe(round);
    }
  });

  it('sends one application of twenty requests at once', async () => {
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => attempt()));
    expect(outcomes.filter(({ result }) => result !== null)).toHaveLength(1);
    expect(outcomes.filter(({ result }) => result === null)).toEqual(Array(19).fill(ALREADY));
    const rows = await server.db.rows(sql<{ id: string }>`
      select id from applications where job_id = ${uuidIn(jobId)}`);
    expect(rows).toHaveLength(1);
    expect(await applicationsCount(server, jobId)).toBe(1);
    expect(await eventsOfApplication(server, globalId('Application', `${rows[0]?.id}`))).toHaveLength(1);
  });

  it('loses none of twenty candidates at once', async () => {
    const author = await signUpWithCompany(server, 'Ébène');
    jobId = await publishedJob(author);
    const crowd: Person[] = [];
    for (let index = 0; index < 20; index++) crowd.push(await signUp(server, 'CANDIDATE'));
    const outcomes = await Promise.all(crowd.map((one) => attempt({}, one)));
    expect(outcomes.map(({ result }) => result?.status)).toEqual(Array(20).fill('APPLIED'));
    expect(await applicationsCount(server, jobId)).toBe(20);
    expect(await notificationsOf(server, author)).toHaveLength(20);
  });

  it('leaves no application behind when the job closes at the same moment', async () => {
    const crowd: Person[] = [];
    for (let index = 0; index < 8; index++) crowd.push(await signUp(server, 'CANDIDATE'));
    const [closed, ...outcomes] = await Promise.all([
      act(employer.client, 'closeJob', { jobId }),
      ...crowd.map((one) => attempt({}, one)),
    ]);
    expect(closed.result?.status).toBe('CLOSED');
    const sent = outcomes.filter(({ result }) => result !== null).length;
    expect(outcomes.filter(({ result }) => result === null)).toEqual(
      Array(8 - sent).fill(refusedWith('NOT_FOUND', 'jobId')),
    );
    expect(await applicationsCount(server, jobId)).toBe(sent);
    const event = await server.db.row(sql<{ late: number }>`
      select count(*)::int as late from applications a join job_events e on e.job_id = a.job_id
      where a.job_id = ${uuidIn(jobId)} and e.to_status = 'CLOSED' and a.created_at > e.at`);
    expect(event).toEqual({ late: 0 });
  });

  it.each(['DRAFT', 'CLOSED', 'ARCHIVED'])(
    'is refused while the job is %s, as if it did not exist',
    async (status) => {
      await forceJobStatus(server, jobId, status);
      await expectNothingChanged(async () =>
        expect(await attempt()).toEqual(refusedWith('NOT_FOUND', 'jobId')),
      );
    },
  );

  it('is refused once the job has closed to a candidate who sees it because of an application', async () => {
    await move(employer, await apply(candidate, jobId), 'REJECTED');
    await act(employer.client, 'closeJob', { jobId });
    await expectNothingChanged(async () =>
      expect(await attempt()).toEqual(refusedWith('JOB_NOT_OPEN', 'jobId')),
    );
  });

  it('to a closed job is answered however many try it at once', async () => {
    await act(employer.client, 'closeJob', { jobId });
    const outcomes = await Promise.all(Array.from({ length: 25 }, () => attempt()));
    expect(outcomes).toEqual(Array(25).fill(refusedWith('NOT_FOUND', 'jobId')));
  });

  it.each<[string, () => string]>([
    ['a job nobody has', () => globalId('Job', uuidv7())],
    ['a company', () => employer.companyId],
    ['no id', () => 'job'],
    ['an empty id', () => ''],
  ])('is refused to %s', async (_what, id) => {
    await expectNothingChanged(async () =>
      expect(await attempt({ jobId: id() })).toEqual(refusedWith('NOT_FOUND', 'jobId')),
    );
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['OTHER without detail', { source: 'OTHER' }, 'sourceDetail'],
    ['OTHER with a null detail', { source: 'OTHER', sourceDetail: null }, 'sourceDetail'],
    ['OTHER with a blank detail', { source: 'OTHER', sourceDetail: '  ' }, 'sourceDetail'],
    ['OTHER with a detail too long', { source: 'OTHER', sourceDetail: 'x'.repeat(101) }, 'sourceDetail'],
    ['LINKEDIN with a detail', { source: 'LINKEDIN', sourceDetail: 'feed' }, 'sourceDetail'],
    ['no source but a detail', { sourceDetail: 'Radio' }, 'sourceDetail'],
    ['a blank detail without OTHER', { source: 'DIRECT', sourceDetail: ' ' }, 'sourceDetail'],
    ['a letter too long', { coverLetter: 'x'.repeat(10_001) }, 'coverLetter'],
  ])('is refused with %s', async (_case, input, field) => {
    await expectNothingChanged(async () =>
      expect(await attempt(input)).toEqual(refusedWith('INVALID', field)),
    );
  });

  it.each(['DIRECT', 'LINKEDIN', 'WHATSAPP', 'EMAIL', 'FACEBOOK'])(
    'takes the source %s without a detail',
    async (source) => {
      const { result } = await attempt({ source, sourceDetail: null });
      expect(await applicationRow(server, `${result?.id}`)).toMatchObject({ source, sourceDetail: null });
    },
  );

  it('is for candidates only', async () => {
    const admin = await signUpAdmin(server);
    await expectNothingChanged(async () => {
      expect(await attempt({}, employer)).toEqual(failedWith('FORBIDDEN'));
      expect(await attempt({}, admin)).toEqual(failedWith('FORBIDDEN'));
      expect(await attempt({}, { client: server.client() })).toEqual(failedWith('UNAUTHENTICATED'));
    });
  });

  it('still works when the author of the job has left the platform', async () => {
    const author = await signUpWithCompany(server, 'Padouk');
    const colleague = await colleagueOf(server, author);
    jobId = await publishedJob(author);
    await server.db.rows(sql<object>`delete from users where id = ${uuidIn(author.id)}`);
    const applicationId = await apply(candidate, jobId);
    expect((await move(colleague, applicationId, 'VIEWED')).application?.status).toBe('VIEWED');
  });
});
