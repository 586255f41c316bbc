import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { globalId } from '../../src/graphql/ids.js';
import { act, failedWith, refusedWith } from '../support/act.js';
import {
  applicationRow,
  eventsOfApplication,
  forceStatus,
  notificationsOf,
} from '../support/application-rows.js';
import type { GraphqlClient } from '../support/graphql-client.js';
import { colleagueOf, signUpAdmin } from '../support/members.js';
import { signUp, signUpWithCompany, type EmployerWithCompany, type Person } from '../support/people.js';
import { apply, move, publishedJob } from '../support/recruitment.js';
import { tableDigests } from '../support/table-digests.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { uuidIn } from '../support/uuid-in.js';

const LIVE = ['APPLIED', 'VIEWED', 'SHORTLISTED', 'INTERVIEW'];
const STATES = [...LIVE, 'ACCEPTED', 'REJECTED', 'WITHDRAWN'];

/** The rule of the specification, written down a second time: any step among live states, or a decision. */
const isOpenToEmployer = (from: string, to: string) =>
  LIVE.includes(from) && to !== from && to !== 'WITHDRAWN';

const TABLE = STATES.flatMap((from) => STATES.map((to) => [from, to] as const));

describe('an application', () => {
  let server: TestServer;
  let employer: EmployerWithCompany;
  let candidate: Person;
  let jobId: string;
  let applicationId: string;
  beforeAll(async () => {
    server = await startTestServer();
    employer = await signUpWithCompany(server);
    jobId = await publishedJob(employer);
  });
  beforeEach(async () => {
    candidate = await signUp(server, 'CANDIDATE');
    applicationId = await apply(candidate, jobId);
  });
  afterAll(() => server.stop());

  async function transitionsFor(client: GraphqlClient): Promise<string[]> {
    const { application } = await client.data<{ application: { availableTransitions: string[] } }>(
      'query ($id: ID!) { application(id: $id) { availableTransitions } }',
      { id: applicationId },
    );
    return application.availableTransitions;
  }

  it.each(TABLE.filter(([from, to]) => isOpenToEmployer(from, to)))(
    'goes from %s to %s by the hand of the company',
    async (from, to) => {
      await forceStatus(server, applicationId, from);
      const outcome = await act(employer.client, 'moveApplication', { applicationId, to });
      expect(outcome).toEqual({
        error: undefined,
        userErrors: [],
        result: { id: applicationId, status: to },
      });
      expect((await applicationRow(server, applicationId)).status).toBe(to);
    },
  );

  it.each(TABLE.filter(([from, to]) => !isOpenToEmployer(from, to)))(
    'does not go from %s to %s by the hand of the company',
    async (from, to) => {
      await forceStatus(server, applicationId, from);
      const before = await tableDigests(server.db);
      const outcome = await act(employer.client, 'moveApplication', { applicationId, to });
      expect(outcome).toEqual(refusedWith('INVALID_TRANSITION', 'to'));
      expect(await tableDigests(server.db)).toEqual(before);
    },
  );

  it.each(LIVE)('can be withdrawn by the candidate while it is %s', async (from) => {
    await forceStatus(server, applicationId, from);
    const outcome = await act(candidate.client, 'withdrawApplication', { applicationId });
    expect(outcome).toEqual({
      error: undefined,
      userErrors: [],
      result: { id: applicationId, status: 'WITHDRAWN' },
    });
  });

  it.each(['ACCEPTED', 'REJECTED', 'WITHDRAWN'])('cannot be withdrawn once it is %s', async (from) => {
    await forceStatus(server, applicationId, from);
    const before = await tableDigests(server.db);
    const outcome = await act(candidate.client, 'withdrawApplication', { applicationId });
    expect(outcome).toEqual(refusedWith('INVALID_TRANSITION', 'applicationId'));
    expect(await tableDigests(server.db)).toEqual(before);
  });

  it.each(STATES)('tells each viewer where they can move it from %s', async (from) => {
    await forceStatus(server, applicationId, from);
    const admin = await signUpAdmin(server);
    expect((await transitionsFor(employer.client)).sort()).toEqual(
      STATES.filter((to) => isOpenToEmployer(from, to)).sort(),
    );
    expect(await transitionsFor(candidate.client)).toEqual(LIVE.includes(from) ? ['WITHDRAWN'] : []);
    expect(await transitionsFor(admin.client)).toEqual([]);
  });

  it('keeps who moved it, from where to where and why, readable for both sides', async () => {
    const colleague = await colleagueOf(server, employer);
    await move(employer, applicationId, 'SHORTLISTED', ' Bon profil ');
    await move(colleague, applicationId, 'VIEWED', '');
    await act(candidate.client, 'withdrawApplication', { applicationId, reason: 'Autre offre' });
    expect(await eventsOfApplication(server, applicationId)).toEqual([
      { actor: 'CANDIDATE', actorUserId: uuidIn(candidate.id), from: null, to: 'APPLIED', reason: null },
      {
        actor: 'EMPLOYER',
        actorUserId: uuidIn(employer.id),
        from: 'APPLIED',
        to: 'SHORTLISTED',
        reason: 'Bon profil',
      },
      { actor: 'EMPLOYER', actorUserId: uuidIn(colleague.id), from: 'SHORTLISTED', to: 'VIEWED', reason: '' },
      {
        actor: 'CANDIDATE',
        actorUserId: uuidIn(candidate.id),
        from: 'VIEWED',
        to: 'WITHDRAWN',
        reason: 'Autre offre',
      },
    ]);
    const query = 'query ($id: ID!) { application(id: $id) { history { from to actor reason } } }';
    const history = [
      { from: null, to: 'APPLIED', actor: 'CANDIDATE', reason: null },
      { from: 'APPLIED', to: 'SHORTLISTED', actor: 'EMPLOYER', reason: 'Bon profil' },
      { from: 'SHORTLISTED', to: 'VIEWED', actor: 'EMPLOYER', reason: '' },
      { from: 'VIEWED', to: 'WITHDRAWN', actor: 'CANDIDATE', reason: 'Autre offre' },
    ];
    for (const { client } of [candidate, employer])
      expect(await client.data(query, { id: applicationId })).toEqual({ application: { history } });
  });

  it('names the member who moved it to colleagues, and to the candidate only the side', async () => {
    await move(employer, applicationId, 'VIEWED');
    const query = 'query ($id: ID!) { application(id: $id) { history { actor member { lastName } } } }';
    const profile = 'query ($id: ID!) { node(id: $id) { ... on User { lastName } } }';
    const { node } = await employer.client.data<{ node: object }>(profile, { id: employer.id });
    const history = (member: object | null) => [
      { actor: 'CANDIDATE', member: null },
      { actor: 'EMPLOYER', member },
    ];
    const colleague = await colleagueOf(server, employer);
    expect(await colleague.client.data(query, { id: applicationId })).toEqual({
      application: { history: history(node) },
    });
    expect(await candidate.client.data(query, { id: applicationId })).toEqual({
      application: { history: history(null) },
    });
  });

  it('shows its history as it is after each of two moves in one request', async () => {
    const { first, second } = await employer.client.data<
      Record<'first' | 'second', { application: { history: { to: string }[] } }>
    >(
      `mutation ($id: ID!) {
        first: moveApplication(input: { applicationId: $id, to: VIEWED }) { application { history { to } } }
        second: moveApplication(input: { applicationId: $id, to: INTERVIEW }) { application { history { to } } }
      }`,
      { id: applicationId },
    );
    expect(first.application.history.map(({ to }) => to)).toEqual(['APPLIED', 'VIEWED']);
    expect(second.application.history.map(({ to }) => to)).toEqual(['APPLIED', 'VIEWED', 'INTERVIEW']);
  });

  it('tells the candidate of each move, with the facts for a text in any language', async () => {
    await move(employer, applicationId, 'SHORTLISTED', 'Bon profil');
    await move(employer, applicationId, 'REJECTED');
    const common = {
      type: 'STATUS_CHANGE',
      jobId: uuidIn(jobId),
      applicationId: uuidIn(applicationId),
      readAt: null,
    };
    expect(await notificationsOf(server, candidate)).toEqual([
      { ...common, payload: { from: 'APPLIED', to: 'SHORTLISTED' } },
      { ...common, payload: { from: 'SHORTLISTED', to: 'REJECTED' } },
    ]);
  });

  it('tells the author of the job of a withdrawal', async () => {
    await act(candidate.client, 'withdrawApplication', { applicationId });
    expect((await notificationsOf(server, employer)).at(-1)).toEqual({
      type: 'STATUS_CHANGE',
      jobId: uuidIn(jobId),
      applicationId: uuidIn(applicationId),
      payload: { from: 'APPLIED', to: 'WITHDRAWN' },
      readAt: null,
    });
    expect(await notificationsOf(server, candidate)).toEqual([]);
  });

  it('remembers the first interview, whatever happens afterwards', async () => {
    await move(employer, applicationId, 'SHORTLISTED');
    expect((await applicationRow(server, applicationId)).interviewedAt).toBeNull();
    const before = server.clock.now();
    await move(employer, applicationId, 'INTERVIEW');
    const { interviewedAt } = await applicationRow(server, applicationId);
    expect(Number(interviewedAt)).toBeGreaterThanOrEqual(before.getTime());
    expect(Number(interviewedAt)).toBeLessThanOrEqual(server.clock.now().getTime());
    server.clock.advance(60_000);
    for (const to of ['VIEWED', 'INTERVIEW', 'ACCEPTED']) await move(employer, applicationId, to);
    expect((await applicationRow(server, applicationId)).interviewedAt).toEqual(interviewedAt);
  });

  it('goes on after the job has closed', async () => {
    const closed = await publishedJob(employer);
    const id = await apply(candidate, closed);
    await act(employer.client, 'closeJob', { jobId: closed });
    expect((await move(employer, id, 'ACCEPTED')).application?.status).toBe('ACCEPTED');
  });

  it('is moved only by members who may manage candidates', async () => {
    const strangers: [GraphqlClient, unknown][] = [
      [
        (await colleagueOf(server, employer, { canManageCandidates: false })).client,
        refusedWith('NOT_FOUND', 'applicationId'),
      ],
      [(await signUpWithCompany(server, 'Iroko')).client, refusedWith('NOT_FOUND', 'applicationId')],
      [(await signUp(server, 'EMPLOYER')).client, refusedWith('NOT_FOUND', 'applicationId')],
      [candidate.client, failedWith('FORBIDDEN')],
      [(await signUpAdmin(server)).client, failedWith('FORBIDDEN')],
      [server.client(), failedWith('UNAUTHENTICATED')],
    ];
    const before = await tableDigests(server.db);
    for (const [client, refused] of strangers)
      expect(await act(client, 'moveApplication', { applicationId, to: 'VIEWED' })).toEqual(refused);
    expect(await tableDigests(server.db)).toEqual(before);
    const colleague = await colleagueOf(server, employer, { canCreateJobs: false });
    expect((await move(colleague, applicationId, 'VIEWED')).application?.status).toBe('VIEWED');
  });

  it('is withdrawn only by the candidate who sent it', async () => {
    const strangers: [GraphqlClient, unknown][] = [
      [(await signUp(server, 'CANDIDATE')).client, refusedWith('NOT_FOUND', 'applicationId')],
      [employer.client, failedWith('FORBIDDEN')],
      [(await signUpAdmin(server)).client, failedWith('FORBIDDEN')],
      [server.client(), failedWith('UNAUTHENTICATED')],
    ];
    const before = await tableDigests(server.db);
    for (const [client, refused] of strangers)
      expect(await act(client, 'withdrawApplication', { applicationId })).toEqual(refused);
    expect(await tableDigests(server.db)).toEqual(before);
  });

  it.each<[string, () => string]>([
    ['that nobody has', () => globalId('Application', uuidv7())],
    ['of a job', () => jobId],
    ['that is none', () => 'application'],
    ['that is empty', () => ''],
  ])('is not found under an id %s', async (_case, id) => {
    const before = await tableDigests(server.db);
    const expected = refusedWith('NOT_FOUND', 'applicationId');
    expect(await act(employer.client, 'moveApplication', { applicationId: id(), to: 'VIEWED' })).toEqual(
      expected,
    );
    expect(await act(candidate.client, 'withdrawApplication', { applicationId: id() })).toEqual(expected);
    expect(await tableDigests(server.db)).toEqual(before);
  });

  it('is not moved with a reason of more than 1,000 characters', async () => {
    const reason = 'x'.repeat(1001);
    const before = await tableDigests(server.db);
    expect(await act(employer.client, 'moveApplication', { applicationId, to: 'VIEWED', reason })).toEqual(
      refusedWith('INVALID', 'reason'),
    );
    expect(await act(candidate.client, 'withdrawApplication', { applicationId, reason })).toEqual(
      refusedWith('INVALID', 'reason'),
    );
    expect(await tableDigests(server.db)).toEqual(before);
  });
});
