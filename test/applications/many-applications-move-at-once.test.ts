import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { globalId } from '../../src/graphql/ids.js';
import { act, failedWith, refusedWith } from '../support/act.js';
import {
  applicationRow,
  eventsOfApplication,
  forceStatus,
  insertApplications,
  insertCandidates,
  notificationsOf,
} from '../support/application-rows.js';
import { colleagueOf, signUpAdmin } from '../support/members.js';
import { signUp, signUpWithCompany, type EmployerWithCompany, type Person } from '../support/people.js';
import { apply, publishedJob } from '../support/recruitment.js';
import { countStatements } from '../support/statement-count.js';
import { tableDigests } from '../support/table-digests.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { uuidIn } from '../support/uuid-in.js';

interface Result {
  applicationId: string;
  application: { id: string; status: string } | null;
  userErrors: { code: string; field: string | null }[];
}

describe('a move of many applications', () => {
  let server: TestServer;
  let employer: EmployerWithCompany;
  let jobId: string;
  let ids: string[];
  beforeAll(async () => {
    server = await startTestServer();
    employer = await signUpWithCompany(server);
    jobId = await publishedJob(employer);
  });
  beforeEach(async () => {
    ids = await viewedApplications(10);
  });
  afterAll(() => server.stop());

  async function viewedApplications(count: number): Promise<string[]> {
    const candidates = await insertCandidates(server, count);
    return insertApplications(
      server,
      candidates.map((candidate) => ({ candidate, jobId })),
    );
  }

  const moveAll = (applicationIds: string[], to: string, client = employer.client) =>
    act<Result[]>(client, 'moveApplications', { applicationIds, to });

  const moved = (id: string, status: string): Result => ({
    applicationId: id,
    application: { id, status },
    userErrors: [],
  });
  const refused = (id: string, code: string, field: string): Result => ({
    applicationId: id,
    application: null,
    userErrors: [{ code, field }],
  });

  it('moves each of them, in the order asked for, with history and notification', async () => {
    const candidate: Person = await signUp(server, 'CANDIDATE');
    const first = await apply(candidate, jobId);
    const asked = [first, ...ids.toReversed()];
    const { result, userErrors } = await act<Result[]>(employer.client, 'moveApplications', {
      applicationIds: asked,
      to: 'INTERVIEW',
      reason: ' Entretiens lundi ',
    });
    expect(userErrors).toEqual([]);
    expect(result).toEqual(asked.map((id) => moved(id, 'INTERVIEW')));
    for (const id of asked) {
      expect(await applicationRow(server, id)).toMatchObject({
        status: 'INTERVIEW',
        interviewedAt: expect.any(Date),
      });
      expect((await eventsOfApplication(server, id)).at(-1)).toEqual({
        actor: 'EMPLOYER',
        actorUserId: uuidIn(employer.id),
        from: id === first ? 'APPLIED' : 'VIEWED',
        to: 'INTERVIEW',
        reason: 'Entretiens lundi',
      });
    }
    expect(await notificationsOf(server, candidate)).toEqual([
      {
        type: 'STATUS_CHANGE',
        jobId: uuidIn(jobId),
        applicationId: uuidIn(first),
        payload: { from: 'APPLIED', to: 'INTERVIEW' },
        readAt: null,
      },
    ]);
  });

  it('judges each on its own merits', async () => {
    const stranger = await signUpWithCompany(server, 'Iroko');
    const foreign = await apply(await signUp(server, 'CANDIDATE'), await publishedJob(stranger));
    const unknown = globalId('Application', uuidv7());
    const [a = '', b = '', c = '', d = ''] = ids;
    await forceStatus(server, b, 'WITHDRAWN');
    await forceStatus(server, d, 'SHORTLISTED');
    const { result } = await moveAll([a, foreign, b, unknown, c, d], 'SHORTLISTED');
    expect(result).toEqual([
      moved(a, 'SHORTLISTED'),
      refused(foreign, 'NOT_FOUND', 'applicationIds'),
      refused(b, 'INVALID_TRANSITION', 'to'),
      refused(unknown, 'NOT_FOUND', 'applicationIds'),
      moved(c, 'SHORTLISTED'),
      refused(d, 'INVALID_TRANSITION', 'to'),
    ]);
    expect((await applicationRow(server, foreign)).status).toBe('APPLIED');
    expect((await applicationRow(server, b)).status).toBe('WITHDRAWN');
    expect(await eventsOfApplication(server, foreign)).toHaveLength(1);
    expect(await eventsOfApplication(server, d)).toHaveLength(2);
  });

  it('moves one that is named twice once', async () => {
    const [a = '', b = ''] = ids;
    expect((await moveAll([a, b, a, a], 'REJECTED')).result).toEqual([
      moved(a, 'REJECTED'),
      moved(b, 'REJECTED'),
    ]);
    expect(await eventsOfApplication(server, a)).toHaveLength(3);
  });

  it('ten at once, in any order, move each application once', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        moveAll(index % 2 === 0 ? ids : ids.toReversed(), index < 5 ? 'ACCEPTED' : 'REJECTED'),
      ),
    );
    const results = outcomes.flatMap(({ result }) => result ?? []);
    expect(results).toHaveLength(100);
    for (const id of ids) {
      const winners = results.filter((one) => one.applicationId === id && one.application !== null);
      expect(winners).toHaveLength(1);
      expect((await eventsOfApplication(server, id)).slice(2)).toMatchObject([
        { from: 'VIEWED', to: winners[0]?.application?.status },
      ]);
    }
    const told = await server.db.row(sql<{ count: number }>`
      select count(*)::int as count from notifications where application_id = any(${ids.map(uuidIn)}::uuid[])`);
    expect(told).toEqual({ count: 10 });
  });

  it('costs as many statements for a hundred as for two', async () => {
    const few = await countStatements(() => moveAll(ids.slice(0, 2), 'SHORTLISTED'));
    const hundred = await viewedApplications(100);
    let outcome: Awaited<ReturnType<typeof moveAll>> | undefined;
    const many = await countStatements(async () => {
      outcome = await moveAll(hundred, 'SHORTLISTED');
    });
    expect(outcome?.result?.map(({ application }) => application?.status)).toEqual(
      Array(100).fill('SHORTLISTED'),
    );
    expect(many.length).toBe(few.length);
  });

  it.each<[string, () => string[], string]>([
    ['no application', () => [], 'INVALID'],
    ['more than a hundred', () => Array.from({ length: 101 }, () => ids[0] ?? ''), 'INVALID'],
    ['what is no id among others', () => [...ids, 'x'], 'NOT_FOUND'],
    ['the id of a job among others', () => [jobId, ...ids], 'NOT_FOUND'],
  ])('is refused as a whole when it names %s', async (_case, applicationIds, code) => {
    const before = await tableDigests(server.db);
    expect(await moveAll(applicationIds(), 'REJECTED')).toEqual(refusedWith(code, 'applicationIds'));
    expect(await tableDigests(server.db)).toEqual(before);
  });

  it('is refused as a whole with a reason of more than 1,000 characters', async () => {
    const input = { applicationIds: ids, to: 'REJECTED', reason: 'x'.repeat(1001) };
    const before = await tableDigests(server.db);
    expect(await act(employer.client, 'moveApplications', input)).toEqual(refusedWith('INVALID', 'reason'));
    expect(await tableDigests(server.db)).toEqual(before);
  });

  it('finds nothing for employers who may not manage candidates there', async () => {
    const before = await tableDigests(server.db);
    for (const { client } of [
      await colleagueOf(server, employer, { canManageCandidates: false }),
      await signUpWithCompany(server, 'Iroko'),
      await signUp(server, 'EMPLOYER'),
    ]) {
      const { result } = await moveAll(ids, 'REJECTED', client);
      expect(result).toEqual(ids.map((id) => refused(id, 'NOT_FOUND', 'applicationIds')));
    }
    const changed = Object.entries(await tableDigests(server.db)).filter(
      ([table, digest]) => digest !== before[table],
    );
    // Nothing but what signing up those three wrote.
    expect(changed.map(([table]) => table).filter((table) => /application|notification/.test(table))).toEqual(
      [],
    );
  });

  it('is for employers only', async () => {
    for (const [client, error] of [
      [(await signUp(server, 'CANDIDATE')).client, 'FORBIDDEN'],
      [(await signUpAdmin(server)).client, 'FORBIDDEN'],
      [server.client(), 'UNAUTHENTICATED'],
    ] as const)
      expect(await moveAll(ids, 'REJECTED', client)).toEqual(failedWith(error));
  });
});
