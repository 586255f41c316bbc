import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { candidateRowOf, insertApplications, insertCandidates } from '../support/application-rows.js';
import { insertJobs } from '../support/job-rows.js';
import { colleagueOf, signUpAdmin } from '../support/members.js';
import { signUp, signUpWithCompany, type EmployerWithCompany } from '../support/people.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const OF_COMPANY = `query ($filter: CompanyApplicationFilter, $orderBy: ApplicationOrder, $first: Int = 100, $after: String) {
  list: companyApplications(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
    totalCount edges { node { coverLetter } } pageInfo { endCursor hasNextPage }
  }
}`;

const OF_JOB = `query ($jobId: ID!, $filter: ApplicationFilter, $orderBy: ApplicationOrder) {
  list: jobApplications(jobId: $jobId, filter: $filter, orderBy: $orderBy) { totalCount edges { node { coverLetter } } }
}`;

interface Found {
  list: {
    totalCount: number;
    edges: { node: { coverLetter: string } }[];
    pageInfo: { endCursor: string | null; hasNextPage: boolean };
  };
}

/** Letter, job, day it was sent, day it last changed, rating. */
const SENT: [string, number, number, number, number | null][] = [
  ['a', 0, 1, 9, null],
  ['b', 0, 2, 3, 5],
  ['c', 1, 3, 4, 2],
  ['d', 1, 4, 5, 5],
  ['e', 1, 5, 6, null],
];

const day = (number: number) => `2026-03-0${number}T12:00:00.000Z`;

describe('a list of applications for the company', () => {
  let server: TestServer;
  let employer: EmployerWithCompany;
  let stranger: EmployerWithCompany;
  let jobs: string[];
  beforeAll(async () => {
    server = await startTestServer();
    employer = await signUpWithCompany(server);
    stranger = await signUpWithCompany(server, 'Iroko');
    jobs = await insertJobs(server, employer, [{}, {}]);
    const [foreign = ''] = await insertJobs(server, stranger, [{}]);
    const candidates = await insertCandidates(server, SENT.length);
    await server.db.rows(sql<object>`
      update users set email = 'Awa.Diop@exemple.ga' where id = (select user_id from candidates where id = ${candidates[2]})`);
    await insertApplications(server, [
      ...SENT.map(([letter, job, sent, changed, rating], index) => ({
        candidate: candidates[index] ?? '',
        jobId: jobs[job] ?? '',
        createdAt: day(sent),
        columns: { cover_letter: letter, updated_at: day(changed), rating },
      })),
      {
        candidate: candidates[0] ?? '',
        jobId: foreign,
        createdAt: day(6),
        columns: { cover_letter: 'foreign', updated_at: day(6), rating: 5 },
      },
    ]);
  });
  afterAll(() => server.stop());

  async function letters(query: string, variables: Record<string, unknown>): Promise<string> {
    const { list } = await employer.client.data<Found>(query, variables);
    expect(list.totalCount).toBe(list.edges.length);
    return list.edges.map(({ node }) => node.coverLetter).join('');
  }

  it.each<[string, string, string]>([
    ['NEWEST', 'edcba', 'ba'],
    ['LAST_CHANGE', 'aedcb', 'ab'],
    // Equal ratings: the newer id first.
    ['RATING', 'dbcea', 'ba'],
  ])('comes in the order %s', async (orderBy, ofCompany, ofJob) => {
    expect(await letters(OF_COMPANY, { orderBy })).toBe(ofCompany);
    expect(await letters(OF_JOB, { orderBy, jobId: jobs[0] })).toBe(ofJob);
  });

  it.each(['NEWEST', 'LAST_CHANGE', 'RATING'])('is walked page by page in the order %s', async (orderBy) => {
    const whole = await letters(OF_COMPANY, { orderBy });
    let walked = '';
    let after: string | null = null;
    do {
      const { list }: Found = await employer.client.data<Found>(OF_COMPANY, { orderBy, first: 2, after });
      walked += list.edges.map(({ node }) => node.coverLetter).join('');
      after = list.pageInfo.hasNextPage ? list.pageInfo.endCursor : null;
    } while (after !== null);
    expect(walked).toBe(whole);
  });

  it('takes no cursor of another order', async () => {
    const { list } = await employer.client.data<Found>(OF_COMPANY, { orderBy: 'RATING', first: 2 });
    const { endCursor: after } = list.pageInfo;
    expect(await employer.client.errorCode(OF_COMPANY, { orderBy: 'NEWEST', after })).toBe('BAD_USER_INPUT');
  });

  it.each<[Record<string, unknown>, string]>([
    [{}, 'edcba'],
    [{ ratingMin: 1 }, 'dcb'],
    [{ ratingMin: 5 }, 'db'],
    [{ appliedFrom: day(3) }, 'edc'],
    [{ appliedUntil: day(3) }, 'ba'],
    [{ appliedFrom: day(2), appliedUntil: day(4) }, 'cb'],
    [{ appliedFrom: day(4), appliedUntil: day(2) }, ''],
    [{ appliedFrom: day(2), ratingMin: 3, search: 'obiang' }, 'db'],
    [{ search: 'awa.diop@' }, 'c'],
    [{ search: 'DIOP' }, 'c'],
    [{ appliedFrom: null, appliedUntil: null, ratingMin: null, job: null }, 'edcba'],
  ])('filtered by %j holds the right ones', async (filter, expected) => {
    expect(await letters(OF_COMPANY, { filter })).toBe(expected);
  });

  it('filtered by jobs holds those to jobs of the company only', async () => {
    const foreign = await insertJobs(server, stranger, [{}]);
    expect(await letters(OF_COMPANY, { filter: { job: [jobs[0]] } })).toBe('ba');
    expect(await letters(OF_COMPANY, { filter: { job: [jobs[0], jobs[1], ...foreign] } })).toBe('edcba');
    expect(await letters(OF_COMPANY, { filter: { job: foreign } })).toBe('');
    expect(await letters(OF_COMPANY, { filter: { job: [] } })).toBe('');
  });

  it.each<Record<string, unknown>>([
    { ratingMin: 0 },
    { ratingMin: 6 },
    { ratingMin: 1.5 },
    { appliedFrom: 'yesterday' },
    { appliedUntil: 5 },
    { job: ['x'] },
    { job: [null] },
  ])('refuses the filter %j', async (filter) => {
    expect(await employer.client.errorCode(OF_COMPANY, { filter })).toBe('BAD_USER_INPUT');
  });

  it('is for members who may manage candidates', async () => {
    for (const { client } of [
      await colleagueOf(server, employer, { canManageCandidates: false }),
      await signUp(server, 'EMPLOYER'),
      await signUp(server, 'CANDIDATE'),
      await signUpAdmin(server),
    ])
      expect(await client.errorCode(OF_COMPANY)).toBe('FORBIDDEN');
    expect(await server.client().errorCode(OF_COMPANY)).toBe('UNAUTHENTICATED');
    const { list } = await stranger.client.data<Found>(OF_COMPANY);
    expect(list.edges).toEqual([{ node: { coverLetter: 'foreign' } }]);
  });

  it('of the candidate comes in the order of the last change as well', async () => {
    const candidate = await signUp(server, 'CANDIDATE');
    const mine = await candidateRowOf(server, candidate);
    await insertApplications(
      server,
      [
        [1, 8],
        [2, 3],
      ].map(([sent = 1, changed = 1], index) => ({
        candidate: mine,
        jobId: jobs[index] ?? '',
        createdAt: day(sent),
        columns: { cover_letter: `${sent}`, updated_at: day(changed) },
      })),
    );
    const query = `query ($orderBy: MyApplicationOrder!) {
      myApplications(orderBy: $orderBy) { edges { node { coverLetter } } }
    }`;
    const order = async (orderBy: string) =>
      (
        await candidate.client.data<{ myApplications: Found['list'] }>(query, { orderBy })
      ).myApplications.edges.map(({ node }) => node.coverLetter);
    expect(await order('NEWEST')).toEqual(['2', '1']);
    expect(await order('LAST_CHANGE')).toEqual(['1', '2']);
  });
});
