import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { globalId } from '../../src/graphql/ids.js';
import { act, refusedWith } from '../support/act.js';
import { notificationsOf } from '../support/application-rows.js';
import { auditOf } from '../support/audit-rows.js';
import { eventsOfJob } from '../support/job-rows.js';
import { colleagueOf, signUpAdmin } from '../support/members.js';
import { signUp, signUpWithCompany, type EmployerWithCompany, type Person } from '../support/people.js';
import { apply, createJob, move, publishedJob } from '../support/recruitment.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { uuidIn } from '../support/uuid-in.js';

const reason = 'Demande d’argent aux candidats';

describe('takeDownJob', () => {
  let server: TestServer;
  let admin: Person;
  let employer: EmployerWithCompany;
  beforeAll(async () => {
    server = await startTestServer();
    admin = await signUpAdmin(server);
    employer = await signUpWithCompany(server);
  });
  afterAll(() => server.stop());

  const takeDown = (jobId: string) => act(admin.client, 'takeDownJob', { jobId, reason });

  it('takes a published job off the market for good, with its history, and says why', async () => {
    const jobId = await publishedJob(employer);
    expect(await takeDown(jobId)).toMatchObject({
      userErrors: [],
      result: { id: jobId, status: 'ARCHIVED' },
    });
    const query = 'query ($id: ID!) { job(id: $id) { id } }';
    expect(await server.client().errorCode(query, { id: jobId })).toBe('NOT_FOUND');
    expect(await server.client().data('{ jobs { totalCount } }')).toEqual({ jobs: { totalCount: 0 } });
    expect(await eventsOfJob(server, jobId)).toEqual([
      { from: null, to: 'DRAFT' },
      { from: 'DRAFT', to: 'PUBLISHED' },
      { from: 'PUBLISHED', to: 'CLOSED' },
      { from: 'CLOSED', to: 'ARCHIVED' },
    ]);
    expect(await act(employer.client, 'publishJob', { jobId })).toEqual(
      refusedWith('INVALID_TRANSITION', 'jobId'),
    );
    expect(await auditOf(server, 'JOB_TAKEN_DOWN', jobId)).toEqual([
      { actor: uuidIn(admin.id), details: { reason } },
    ]);
    expect(
      await employer.client.data(
        '{ notifications { edges { node { type event reason job { id status } } } } }',
      ),
    ).toEqual({
      notifications: {
        edges: [
          {
            node: { type: 'SYSTEM', event: 'JOB_TAKEN_DOWN', reason, job: { id: jobId, status: 'ARCHIVED' } },
          },
        ],
      },
    });
  });

  it('takes down a closed job as well, which could be published again', async () => {
    const jobId = await publishedJob(employer);
    await act(employer.client, 'closeJob', { jobId });
    expect(await takeDown(jobId)).toMatchObject({ result: { status: 'ARCHIVED' } });
  });

  it('leaves the applications already sent to the company', async () => {
    const jobId = await publishedJob(employer);
    const applicationId = await apply(await signUp(server, 'CANDIDATE'), jobId);
    await takeDown(jobId);
    expect(await move(employer, applicationId, 'ACCEPTED')).toMatchObject({ userErrors: [] });
  });

  it('tells nobody when the author is gone', async () => {
    const author = await colleagueOf(server, employer);
    const jobId = await publishedJob(author);
    const before = await notificationsOf(server, employer);
    await act(admin.client, 'deleteUser', { userId: author.id });
    expect(await takeDown(jobId)).toMatchObject({ userErrors: [] });
    expect(await notificationsOf(server, employer)).toEqual(before);
  });

  it('refuses a draft and a job that was put away, and happens once', async () => {
    expect(await takeDown(await createJob(employer))).toEqual(refusedWith('INVALID_TRANSITION', 'jobId'));
    const jobId = await publishedJob(employer);
    const answers = await Promise.all([takeDown(jobId), takeDown(jobId), takeDown(jobId)]);
    expect(answers.filter(({ result }) => result !== null)).toHaveLength(1);
    expect(answers).toContainEqual(refusedWith('INVALID_TRANSITION', 'jobId'));
    expect(await auditOf(server, 'JOB_TAKEN_DOWN', jobId)).toHaveLength(1);
  });

  it('asks for a reason, and a job', async () => {
    const jobId = await publishedJob(employer);
    for (const empty of ['', ' \n ', 'x'.repeat(501)]) {
      expect(await act(admin.client, 'takeDownJob', { jobId, reason: empty })).toEqual(
        refusedWith('INVALID', 'reason'),
      );
    }
    expect(await takeDown(globalId('Job', uuidv7()))).toEqual(refusedWith('NOT_FOUND', 'jobId'));
    const rows = await server.db.rows(sql`select status from jobs where id = ${uuidIn(jobId)}`);
    expect(rows).toEqual([{ status: 'PUBLISHED' }]);
  });
});
