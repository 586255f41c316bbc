import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
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
const DECIDED = ['ACCEPTED', 'REJECTED'];
const STATES = [...LIVE, ...DECIDED, 'WITHDRAWN'];
const TABLE = STATES.flatMap((from) => STATES.map((to) => [from, to] as const));

/** The rule, written down a second time. */
const isOpen = (from: string, to: string) => DECIDED.includes(from) && LIVE.includes(to);

describe('reopening an application', () => {
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

  const reopen = (client: GraphqlClient, to = 'INTERVIEW', reason?: string) =>
    act(client, 'reopenApplication', { applicationId, to, ...(reason !== undefined && { reason }) });

  it.each(TABLE.filter(([from, to]) => isOpen(from, to)))(
    'brings it from %s back to %s',
    async (from, to) => {
      await forceStatus(server, applicationId, from);
      expect((await reopen(employer.client, to)).result).toEqual({ id: applicationId, status: to });
      expect((await applicationRow(server, applicationId)).status).toBe(to);
    },
  );

  it.each(TABLE.filter(([from, to]) => !isOpen(from, to)))('does not go from %s to %s', async (from, to) => {
    await forceStatus(server, applicationId, from);
    const before = await tableDigests(server.db);
    expect(await reopen(employer.client, to)).toEqual(refusedWith('INVALID_TRANSITION', 'to'));
    expect(await tableDigests(server.db)).toEqual(before);
  });

  it.each(STATES)('is announced to the company alone, from %s', async (from) => {
    await forceStatus(server, applicationId, from);
    const query = 'query ($id: ID!) { application(id: $id) { reopenTransitions } }';
    const transitions = async ({ client }: Person) =>
      (
        await client.data<{ application: { reopenTransitions: string[] } }>(query, { id: applicationId })
      ).application.reopenTransitions.toSorted();
    expect(await transitions(employer)).toEqual(STATES.filter((to) => isOpen(from, to)).sort());
    expect(await transitions(candidate)).toEqual([]);
    expect(await transitions(await signUpAdmin(server))).toEqual([]);
  });

  it('is recorded with its reason, and the candidate is told', async () => {
    await move(employer, applicationId, 'REJECTED');
    await reopen(employer.client, 'SHORTLISTED', ' Une place s’est libérée ');
    expect((await eventsOfApplication(server, applicationId)).at(-1)).toEqual({
      actor: 'EMPLOYER',
      actorUserId: uuidIn(employer.id),
      from: 'REJECTED',
      to: 'SHORTLISTED',
      reason: 'Une place s’est libérée',
    });
    expect((await notificationsOf(server, candidate)).at(-1)).toMatchObject({
      type: 'STATUS_CHANGE',
      payload: { from: 'REJECTED', to: 'SHORTLISTED' },
    });
  });

  it('is refused while the candidate has another live application to the job', async () => {
    await move(employer, applicationId, 'REJECTED');
    await apply(candidate, jobId);
    const before = await tableDigests(server.db);
    expect(await reopen(employer.client)).toEqual(refusedWith('ALREADY_APPLIED', 'applicationId'));
    expect(await tableDigests(server.db)).toEqual(before);
  });

  it('leaves one live application when the candidate applies again at the same moment', async () => {
    for (let round = 0; round < 5; round++) {
      await move(employer, applicationId, 'REJECTED');
      const [reopened, again] = await Promise.all([
        reopen(employer.client),
        act(candidate.client, 'applyToJob', { jobId }),
      ]);
      expect([reopened.result, again.result].filter((result) => result !== null)).toHaveLength(1);
      expect([...reopened.userErrors, ...again.userErrors].map(({ code }) => code)).toEqual([
        'ALREADY_APPLIED',
      ]);
      candidate = await signUp(server, 'CANDIDATE');
      applicationId = await apply(candidate, jobId);
    }
  });

  it('happens once when five members do it at once', async () => {
    await move(employer, applicationId, 'ACCEPTED');
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => reopen(employer.client)));
    expect(outcomes.filter(({ result }) => result !== null)).toHaveLength(1);
    expect(await eventsOfApplication(server, applicationId)).toHaveLength(3);
    expect(await notificationsOf(server, candidate)).toHaveLength(2);
  });

  it('is for members who may manage candidates only', async () => {
    await move(employer, applicationId, 'REJECTED');
    const refused = refusedWith('NOT_FOUND', 'applicationId');
    const strangers: [GraphqlClient, unknown][] = [
      [(await colleagueOf(server, employer, { canManageCandidates: false })).client, refused],
      [(await signUpWithCompany(server, 'Iroko')).client, refused],
      [candidate.client, failedWith('FORBIDDEN')],
      [(await signUpAdmin(server)).client, failedWith('FORBIDDEN')],
      [server.client(), failedWith('UNAUTHENTICATED')],
    ];
    const before = await tableDigests(server.db);
    for (const [client, expected] of strangers) expect(await reopen(client)).toEqual(expected);
    expect(await reopen(employer.client, 'VIEWED', 'x'.repeat(1001))).toEqual(
      refusedWith('INVALID', 'reason'),
    );
    expect(await tableDigests(server.db)).toEqual(before);
  });
});
