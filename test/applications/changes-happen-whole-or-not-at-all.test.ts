import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { act, refusedWith, type Act } from '../support/act.js';
import {
  applicationRow,
  eventsOfApplication,
  notificationsOf,
  type ApplicationEventRow,
} from '../support/application-rows.js';
import type { GraphqlClient, GraphqlError } from '../support/graphql-client.js';
import { signUp, signUpWithCompany, type EmployerWithCompany, type Person } from '../support/people.js';
import { apply, move, publishedJob } from '../support/recruitment.js';
import { tableDigests } from '../support/table-digests.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { uuidIn } from '../support/uuid-in.js';
import { whileWritesFail } from '../support/while-writes-fail.js';

const ACTS: [Act, string][] = [
  ['applyToJob', 'mutation ($id: ID!) { applyToJob(input: { jobId: $id }) { userErrors { code } } }'],
  [
    'moveApplication',
    'mutation ($id: ID!) { moveApplication(input: { applicationId: $id, to: INTERVIEW }) { userErrors { code } } }',
  ],
  [
    'openApplication',
    'mutation ($id: ID!) { openApplication(input: { applicationId: $id }) { userErrors { code } } }',
  ],
  [
    'moveApplications',
    'mutation ($id: ID!) { moveApplications(input: { applicationIds: [$id], to: INTERVIEW }) { userErrors { code } } }',
  ],
  [
    'reopenApplication',
    'mutation ($id: ID!) { reopenApplication(input: { applicationId: $id, to: VIEWED }) { userErrors { code } } }',
  ],
  [
    'withdrawApplication',
    'mutation ($id: ID!) { withdrawApplication(input: { applicationId: $id }) { userErrors { code } } }',
  ],
];

const CASES = ACTS.flatMap(([name, query]) =>
  ['application_events', 'notifications'].map((table) => [name, table, query] as const),
);

describe('a change of an application', () => {
  let server: TestServer;
  let employer: EmployerWithCompany;
  let candidate: Person;
  let jobId: string;
  let applicationId: string;
  beforeAll(async () => {
    server = await startTestServer();
    employer = await signUpWithCompany(server);
  });
  beforeEach(async () => {
    jobId = await publishedJob(employer);
    candidate = await signUp(server, 'CANDIDATE');
    applicationId = await apply(candidate, jobId);
  });
  afterAll(() => server.stop());

  /** Each change starts where the one before ended, and the last one ended where the application is. */
  async function expectChain(): Promise<ApplicationEventRow[]> {
    const events = await eventsOfApplication(server, applicationId);
    expect(events.map(({ from }) => from)).toEqual([null, ...events.slice(0, -1).map(({ to }) => to)]);
    expect((await applicationRow(server, applicationId)).status).toBe(events.at(-1)?.to);
    return events;
  }

  async function target(name: Act): Promise<{ client: GraphqlClient; id: string }> {
    if (name === 'applyToJob') return { client: candidate.client, id: await publishedJob(employer) };
    if (name === 'reopenApplication') await move(employer, applicationId, 'REJECTED');
    return { client: name === 'withdrawApplication' ? candidate.client : employer.client, id: applicationId };
  }

  it.each(CASES)(
    'by %s is undone when %s cannot be written, and nobody learns why',
    async (name, table, query) => {
      const { client, id } = await target(name);
      const before = await tableDigests(server.db);
      const answer = await whileWritesFail(server.db, table, () =>
        client.send<Record<string, unknown>>(query, { id }),
      );
      expect(await tableDigests(server.db)).toEqual(before);
      expect(answer.data).toEqual({ [name]: null });
      const [error] = answer.errors as [GraphqlError];
      expect(error.message).toBe('Something went wrong on our side. If it persists, report the request id.');
      expect(error.extensions).toEqual({
        code: 'INTERNAL_SERVER_ERROR',
        requestId: answer.headers.get('x-request-id'),
      });
      expect(JSON.stringify(answer)).not.toMatch(
        /insert|secret|trigger|application_events|src\/|node_modules/i,
      );
      const logged = server.logLines.filter((line) => line.includes(`${error.extensions.requestId}`));
      expect(logged.some((line) => line.includes('a secret of the table'))).toBe(true);
    },
  );

  it('by ten members at once leaves one unbroken history', async () => {
    const states = ['VIEWED', 'SHORTLISTED', 'INTERVIEW', 'APPLIED', 'VIEWED'];
    const outcomes = await Promise.all([...states, ...states].map((to) => move(employer, applicationId, to)));
    const moved = outcomes.filter(({ application }) => application !== null).length;
    const events = await expectChain();
    expect(events).toHaveLength(1 + moved);
    expect(await notificationsOf(server, candidate)).toHaveLength(moved);
  });

  it('is decided once when it is accepted and rejected at the same moment', async () => {
    const outcomes = await Promise.all(
      ['ACCEPTED', 'REJECTED', 'ACCEPTED', 'REJECTED'].map((to) =>
        act(employer.client, 'moveApplication', { applicationId, to }),
      ),
    );
    expect(outcomes.filter(({ result }) => result !== null)).toHaveLength(1);
    expect(outcomes.filter(({ result }) => result === null)).toEqual(
      Array(3).fill(refusedWith('INVALID_TRANSITION', 'to')),
    );
    expect(await expectChain()).toHaveLength(2);
  });

  it('is either a decision or a withdrawal when both come at the same moment', async () => {
    for (let round = 0; round < 5; round++) {
      const [decision, withdrawal] = await Promise.all([
        act(employer.client, 'moveApplication', { applicationId, to: 'ACCEPTED' }),
        act(candidate.client, 'withdrawApplication', { applicationId }),
      ]);
      const final = [decision, withdrawal].flatMap(({ result }) => (result ? [result.status] : []));
      expect(final).toHaveLength(1);
      expect(await expectChain()).toHaveLength(2);
      expect((await applicationRow(server, applicationId)).status).toBe(final[0]);
      const told = [
        ...(await notificationsOf(server, candidate)),
        ...(await notificationsOf(server, employer)),
      ];
      const changes = told.filter(
        (one) => one.type === 'STATUS_CHANGE' && one.applicationId === uuidIn(applicationId),
      );
      expect(changes.map(({ payload }) => payload)).toEqual([{ from: 'APPLIED', to: final[0] }]);
      candidate = await signUp(server, 'CANDIDATE');
      applicationId = await apply(candidate, jobId);
    }
  });

  it('never leaves two live applications when withdrawing and applying again race', async () => {
    await Promise.all([
      act(candidate.client, 'withdrawApplication', { applicationId }),
      ...Array.from({ length: 5 }, () => act(candidate.client, 'applyToJob', { jobId })),
    ]);
    const live = await server.db.rows(sql<{ id: string }>`
      select id from applications where job_id = ${uuidIn(jobId)} and status <> 'WITHDRAWN'`);
    expect(live.length).toBeLessThanOrEqual(1);
    const counted = await server.db.row(sql<{ agrees: boolean }>`
      select applications_count = (select count(*) from applications a where a.job_id = j.id) as agrees
      from jobs j where j.id = ${uuidIn(jobId)}`);
    expect(counted).toEqual({ agrees: true });
  });

  it.each([
    [
      'rewritten',
      (id: string) => sql<object>`update application_events set reason = 'x' where application_id = ${id}`,
    ],
    ['deleted', (id: string) => sql<object>`delete from application_events where application_id = ${id}`],
    [
      'moved to another application',
      (id: string) => sql<object>`
      update application_events set application_id = gen_random_uuid() where application_id = ${id}`,
    ],
  ])('once recorded cannot be %s, not even by SQL', async (_what, statement) => {
    const before = await eventsOfApplication(server, applicationId);
    await expect(server.db.rows(statement(uuidIn(applicationId)))).rejects.toThrow(
      'application_events is append-only',
    );
    expect(await eventsOfApplication(server, applicationId)).toEqual(before);
  });

  it('goes with everything of a candidate whose account is deleted', async () => {
    await move(employer, applicationId, 'VIEWED');
    await server.db.rows(sql<object>`delete from users where id = ${uuidIn(candidate.id)}`);
    expect(await eventsOfApplication(server, applicationId)).toEqual([]);
    const left = await server.db.row(sql<{ count: number }>`
      select (select count(*) from applications where id = ${uuidIn(applicationId)})
        + (select count(*) from notifications where application_id = ${uuidIn(applicationId)}) as count`);
    expect(Number(left?.count)).toBe(0);
  });

  it('stays in the history when the employer who made it leaves, without their name', async () => {
    const author = await signUpWithCompany(server, 'Iroko');
    const id = await apply(candidate, await publishedJob(author));
    await move(author, id, 'VIEWED', 'Merci');
    await server.db.rows(sql<object>`delete from users where id = ${uuidIn(author.id)}`);
    expect((await eventsOfApplication(server, id)).at(-1)).toEqual({
      actor: 'EMPLOYER',
      actorUserId: null,
      from: 'APPLIED',
      to: 'VIEWED',
      reason: 'Merci',
    });
  });
});
