import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { candidateRowOf, insertApplications, insertCandidates } from '../support/application-rows.js';
import { insertJobs } from '../support/job-rows.js';
import { signUp, signUpWithCompany, type EmployerWithCompany, type Person } from '../support/people.js';
import { countStatements } from '../support/statement-count.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { fetchPage, pageQuery, type List } from '../support/walk-pages.js';

const COUNT = 12;

describe('the total of a list', () => {
  let server: TestServer;
  let employer: EmployerWithCompany;
  let candidate: Person;
  let lists: Record<string, List>;
  beforeAll(async () => {
    server = await startTestServer();
    employer = await signUpWithCompany(server);
    candidate = await signUp(server, 'CANDIDATE');
    const jobs = await insertJobs(
      server,
      employer,
      Array.from({ length: COUNT }, () => ({})),
    );
    const mine = await candidateRowOf(server, candidate);
    await insertApplications(
      server,
      jobs.map((jobId) => ({ candidate: mine, jobId })),
    );
    const others = await insertCandidates(server, COUNT - 1);
    const [jobId = ''] = jobs;
    await insertApplications(
      server,
      others.map((other) => ({ candidate: other, jobId })),
    );
    lists = {
      jobs: { client: server.client(), field: 'jobs', args: 'orderBy: NEWEST' },
      myApplications: { client: candidate.client, field: 'myApplications' },
      jobApplications: { client: employer.client, field: 'jobApplications', args: `jobId: "${jobId}"` },
    };
  });
  afterAll(() => server.stop());

  const NAMES = ['jobs', 'myApplications', 'jobApplications'];

  function listOf(name: string): List {
    const list = lists[name];
    if (!list) throw new Error(`no list ${name}`);
    return list;
  }

  it.each(NAMES)('of %s is the same on every page, also on an empty one', async (name) => {
    const list = listOf(name);
    const { pageInfo } = await fetchPage(list, { first: 100 });
    const query = pageQuery(list, 'totalCount edges { cursor }');
    for (const [variables, length] of [
      [{ first: 1 }, 1],
      [{ first: 100 }, COUNT],
      [{ last: 5 }, 5],
      [{ first: 5, after: pageInfo.startCursor }, 5],
      [{ first: 5, after: pageInfo.endCursor }, 0],
      [{ last: 5, before: pageInfo.startCursor }, 0],
    ] as const) {
      const { page } = await list.client.data<{ page: { totalCount: number; edges: unknown[] } }>(
        query,
        variables,
      );
      expect({ totalCount: page.totalCount, length: page.edges.length }).toEqual({
        totalCount: COUNT,
        length,
      });
    }
  });

  it('is 0 for a list with nothing in it', async () => {
    const newcomer = await signUp(server, 'CANDIDATE');
    const nothing = {
      totalCount: 0,
      edges: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
    };
    const selection = `totalCount edges { cursor node { id } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }`;
    for (const list of [
      { client: newcomer.client, field: 'myApplications' },
      { client: newcomer.client, field: 'jobs', args: 'search: "plombier"' },
    ]) {
      expect(await newcomer.client.data(pageQuery(list, selection))).toEqual({ page: nothing });
    }
  });

  it.each([
    ['asked for', 'totalCount', {}, true],
    ['asked for under another name', 'howMany: totalCount', {}, true],
    ['asked for in a fragment', '...Total', {}, true],
    ['asked for in an inline fragment', '... on JobSearchConnection { totalCount }', {}, true],
    ['included by a variable', 'totalCount @include(if: $asked)', { asked: true }, true],
    ['not skipped by a variable', 'totalCount @skip(if: $asked)', { asked: false }, true],
    ['not asked for', 'edges { node { title } }', {}, false],
    ['skipped', 'edges { cursor } totalCount @skip(if: true)', {}, false],
    [
      'not included by a variable',
      'edges { cursor } totalCount @include(if: $asked)',
      { asked: false },
      false,
    ],
    ['in a fragment that is skipped', 'edges { cursor } ...Total @skip(if: $asked)', { asked: true }, false],
  ])(
    'is counted in the statement of the page, or not at all, when it is %s',
    async (_case, selection, variables, counted) => {
      const fragment = selection.includes('...Total')
        ? 'fragment Total on JobSearchConnection { totalCount }'
        : '';
      const variable = selection.includes('$asked') ? '($asked: Boolean!)' : '';
      let data: unknown;
      const statements = await countStatements(async () => {
        data = await server
          .client()
          .data(`query ${variable} { jobs(first: 1) { ${selection} } } ${fragment}`, variables);
      });
      expect(statements).toHaveLength(1);
      expect(statements.some((statement) => /count\(/i.test(statement))).toBe(counted);
      expect(JSON.stringify(data).includes(`:${COUNT}`)).toBe(counted);
    },
  );
});
