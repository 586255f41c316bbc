import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { candidateRowOf, insertApplications, insertCandidates } from '../support/application-rows.js';
import { insertJobs } from '../support/job-rows.js';
import { signUp, signUpWithCompany, type EmployerWithCompany, type Person } from '../support/people.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const RECEIVED = `query ($jobId: ID!, $filter: ApplicationFilter) {
  list: jobApplications(jobId: $jobId, first: 100, filter: $filter) {
    totalCount edges { node { candidate { lastName } } }
  }
}`;

const SENT = `query ($status: [ApplicationStatus!]) {
  list: myApplications(first: 100, status: $status) { totalCount edges { node { status } } }
}`;

type Filter = Record<string, unknown>;

/** Last name, and columns of the application. */
const APPLICANTS: [string, Filter][] = [
  ['Mbarga', { status: 'APPLIED', source: 'DIRECT', cover_letter: 'Bonjour, je suis comptable agréé.' }],
  ['Éyéné', { status: 'VIEWED', source: 'LINKEDIN', cover_letter: null }],
  ['O’Neil 100%', { status: 'INTERVIEW', source: 'LINKEDIN', cover_letter: 'Hello_world' }],
  [
    'Ndong',
    { status: 'REJECTED', source: 'OTHER', source_detail: 'Radio', cover_letter: 'Sans accent: agree' },
  ],
  ['Zang', { status: 'WITHDRAWN', source: 'FACEBOOK', cover_letter: 'Mbarga m’a parlé de vous' }],
];

describe('a list of applications', () => {
  let server: TestServer;
  let employer: EmployerWithCompany;
  let candidate: Person;
  let jobId: string;
  beforeAll(async () => {
    server = await startTestServer();
    employer = await signUpWithCompany(server);
    candidate = await signUp(server, 'CANDIDATE');
    const jobs = await insertJobs(
      server,
      employer,
      Array.from({ length: 8 }, () => ({})),
    );
    jobId = jobs[0] ?? '';
    const applicants = await insertCandidates(server, APPLICANTS.length);
    for (const [index, [lastName]] of APPLICANTS.entries()) {
      await server.db.rows(sql<object>`
        update users set last_name = ${lastName}
        where id = (select user_id from candidates where id = ${applicants[index]})`);
    }
    await insertApplications(
      server,
      applicants.map((applicant, index) => ({
        candidate: applicant,
        jobId,
        columns: { source_detail: null, ...APPLICANTS[index]?.[1] },
      })),
    );
    const mine = await candidateRowOf(server, candidate);
    const states = ['APPLIED', 'VIEWED', 'SHORTLISTED', 'INTERVIEW', 'ACCEPTED', 'REJECTED', 'WITHDRAWN'];
    await insertApplications(
      server,
      states.map((status, index) => ({ candidate: mine, jobId: jobs[index + 1] ?? '', columns: { status } })),
    );
  });
  afterAll(() => server.stop());

  interface Found<Node> {
    list: { totalCount: number; edges: { node: Node }[] };
  }

  async function names(filter: Filter): Promise<string[]> {
    const { list } = await employer.client.data<Found<{ candidate: { lastName: string } }>>(RECEIVED, {
      jobId,
      filter,
    });
    expect(list.totalCount).toBe(list.edges.length);
    return list.edges.map(({ node }) => node.candidate.lastName);
  }

  async function statuses(status: string[] | null): Promise<string[]> {
    const { list } = await candidate.client.data<Found<{ status: string }>>(SENT, { status });
    expect(list.totalCount).toBe(list.edges.length);
    return list.edges.map(({ node }) => node.status).sort();
  }

  const ALL = APPLICANTS.map(([name]) => name);

  it.each<[Filter, string[]]>([
    [{}, ALL],
    [{ status: null, source: null, search: null }, ALL],
    [{ status: ['APPLIED'] }, ['Mbarga']],
    [{ status: ['VIEWED', 'INTERVIEW'] }, ['Éyéné', 'O’Neil 100%']],
    [{ status: ['ACCEPTED'] }, []],
    [{ source: ['LINKEDIN'] }, ['Éyéné', 'O’Neil 100%']],
    [{ source: ['DIRECT', 'OTHER'] }, ['Mbarga', 'Ndong']],
    [{ status: ['INTERVIEW'], source: ['LINKEDIN'] }, ['O’Neil 100%']],
    [{ search: 'ndong' }, ['Ndong']],
    [{ search: 'eyene' }, ['Éyéné']],
    [{ search: 'MARIE ÉYÉNÉ' }, ['Éyéné']],
    [{ search: 'mbarga' }, ['Mbarga', 'Zang']],
    [{ search: 'agréé' }, ['Mbarga', 'Ndong']],
    [{ search: 'comptable', status: ['APPLIED'] }, ['Mbarga']],
    [{ search: 'comptable', status: ['VIEWED'] }, []],
    [{ search: '%' }, ['O’Neil 100%']],
    [{ search: '_' }, ['O’Neil 100%']],
    [{ search: "' or true --" }, []],
    [{ search: '   ' }, ALL],
  ])('to a job, filtered by %j, holds those of the right candidates', async (filter, expected) => {
    expect((await names(filter)).sort()).toEqual([...expected].sort());
  });

  it.each<Filter>([
    { search: 'x'.repeat(201) },
    { status: ['HIRED'] },
    { status: [null] },
    { source: ['RADIO'] },
    { search: 5 },
    { search: 'a\0b' },
    { salary: 5 },
  ])('to a job refuses the filter %j', async (filter) => {
    expect(await employer.client.errorCode(RECEIVED, { jobId, filter })).toBe('BAD_USER_INPUT');
  });

  it.each<[string[] | null, string[]]>([
    [null, ['ACCEPTED', 'APPLIED', 'INTERVIEW', 'REJECTED', 'SHORTLISTED', 'VIEWED', 'WITHDRAWN']],
    [['INTERVIEW'], ['INTERVIEW']],
    [
      ['REJECTED', 'WITHDRAWN'],
      ['REJECTED', 'WITHDRAWN'],
    ],
  ])('of mine, filtered by %j, holds those that stand there', async (status, expected) => {
    expect(await statuses(status)).toEqual(expected);
  });

  it('of mine refuses a status nobody knows', async () => {
    expect(await candidate.client.errorCode(SENT, { status: ['HIRED'] })).toBe('BAD_USER_INPUT');
  });
});
