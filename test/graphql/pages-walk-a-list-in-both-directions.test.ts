import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sql } from 'kysely';
import { candidateRowOf, insertApplications, insertCandidates } from '../support/application-rows.js';
import { insertJobs } from '../support/job-rows.js';
import { signUp, signUpWithCompany, type EmployerWithCompany, type Person } from '../support/people.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { uuidIn } from '../support/uuid-in.js';
import { fetchPage, idsOf, walkBackward, walkForward, type List } from '../support/walk-pages.js';

const COUNT = 30;

/** Five rows to an instant, and instants that differ by microseconds: more than JavaScript's dates can tell apart. */
const instant = (index: number) => `2026-03-01T10:00:00.12345${Math.floor(index / 5)}Z`;

/** Salaries with ties, without a maximum, without any, and the highest there may be. */
const salary = (index: number) => ({
  salary_min: index % 3 === 0 ? null : 100 * (index % 4),
  salary_max: [null, 500, 2_000_000_000, 500, null, 1_234_567_890][index % 6] ?? null,
});

interface Sorted {
  id: string;
  key: string | number;
}

/** Highest key first, ties by id: UUIDs of version 7 and their texts sort alike. */
function highestFirst(rows: Sorted[]): string[] {
  return rows
    .toSorted((a, b) => (a.key === b.key ? (a.id < b.id ? 1 : -1) : a.key < b.key ? 1 : -1))
    .map(({ id }) => id);
}

describe('the pages of a list', () => {
  let server: TestServer;
  let employer: EmployerWithCompany;
  let candidate: Person;
  const lists: Record<string, List> = {};
  const expected: Record<string, string[]> = {};

  beforeAll(async () => {
    server = await startTestServer();
    employer = await signUpWithCompany(server);
    candidate = await signUp(server, 'CANDIDATE');
    const columns = Array.from({ length: COUNT }, (_, index) => ({
      posted_at: instant(index),
      ...salary(index),
    }));
    const jobs = await insertJobs(server, employer, columns);
    expected['jobs by date'] = highestFirst(jobs.map((id, index) => ({ id, key: instant(index) })));
    expected['jobs by salary'] = highestFirst(
      columns.map(({ salary_min, salary_max }, index) => ({
        id: jobs[index] ?? '',
        key: salary_max ?? salary_min ?? -1,
      })),
    );

    const mine = await candidateRowOf(server, candidate);
    const sent = await insertApplications(
      server,
      jobs.map((jobId, index) => ({ candidate: mine, jobId, createdAt: instant(index) })),
    );
    expected['my applications'] = highestFirst(sent.map((id, index) => ({ id, key: instant(index) })));

    const [popular = ''] = await insertJobs(server, employer, [{ status: 'CLOSED' }]);
    const received = await insertApplications(
      server,
      (await insertCandidates(server, COUNT)).map((applicant, index) => ({
        candidate: applicant,
        jobId: popular,
        createdAt: instant(index),
      })),
    );
    expected['applications to a job'] = highestFirst(
      received.map((id, index) => ({ id, key: instant(index) })),
    );

    const anybody = server.client();
    lists['jobs by date'] = { client: anybody, field: 'jobs', args: 'orderBy: NEWEST' };
    lists['jobs by salary'] = { client: anybody, field: 'jobs', args: 'orderBy: SALARY' };
    lists['my applications'] = { client: candidate.client, field: 'myApplications' };
    lists['applications to a job'] = {
      client: employer.client,
      field: 'jobApplications',
      args: `jobId: "${popular}"`,
    };
  });
  afterAll(() => server.stop());

  const NAMES = ['jobs by date', 'jobs by salary', 'my applications', 'applications to a job'];

  function listOf(name: string): { list: List; ids: string[] } {
    const [list, ids] = [lists[name], expected[name]];
    if (!list || !ids) throw new Error(`no list of ${name}`);
    return { list, ids };
  }

  const sizes = fc.integer({ min: 1, max: COUNT + 2 });

  it.each(NAMES)('hold every one of the %s once and in order, forward, whatever their size', async (name) => {
    const { list, ids } = listOf(name);
    await fc.assert(
      fc.asyncProperty(sizes, async (size) => {
        const pages = await walkForward(list, size);
        expect(pages.flatMap(idsOf)).toEqual(ids);
        for (const [index, { edges, pageInfo }] of pages.entries()) {
          const isLast = index === pages.length - 1;
          expect(edges).toHaveLength(isLast ? ids.length - index * size : size);
          expect(pageInfo).toEqual({
            hasNextPage: !isLast,
            hasPreviousPage: index > 0,
            startCursor: edges[0]?.cursor,
            endCursor: edges.at(-1)?.cursor,
          });
        }
      }),
      { numRuns: 12, examples: [[1], [5], [COUNT]] },
    );
  });

  it.each(NAMES)('hold every one of the %s once and in the same order backward', async (name) => {
    const { list, ids } = listOf(name);
    await fc.assert(
      fc.asyncProperty(sizes, async (size) => {
        const pages = await walkBackward(list, size);
        expect(pages.toReversed().flatMap(idsOf)).toEqual(ids);
        for (const [index, { edges, pageInfo }] of pages.entries()) {
          const isFirst = index === pages.length - 1;
          expect(edges).toHaveLength(isFirst ? ids.length - index * size : size);
          expect(pageInfo).toEqual({
            hasNextPage: index > 0,
            hasPreviousPage: !isFirst,
            startCursor: edges[0]?.cursor,
            endCursor: edges.at(-1)?.cursor,
          });
        }
      }),
      { numRuns: 12, examples: [[1], [5], [COUNT]] },
    );
  });

  it.each(NAMES)('go on from any cursor of the %s, in either direction and between two', async (name) => {
    const { list, ids } = listOf(name);
    const [whole] = await walkForward(list, 100);
    const cursors = whole?.edges.map(({ cursor }) => cursor) ?? [];
    const position = fc.integer({ min: 0, max: COUNT - 1 });
    await fc.assert(
      fc.asyncProperty(position, position, sizes, async (one, other, size) => {
        const [from, to] = [Math.min(one, other), Math.max(one, other)];
        const [after, before] = [cursors[from], cursors[to]];
        const between = ids.slice(from + 1, to);
        expect(idsOf(await fetchPage(list, { first: size, after }))).toEqual(
          ids.slice(from + 1, from + 1 + size),
        );
        expect(idsOf(await fetchPage(list, { last: size, before }))).toEqual(
          ids.slice(Math.max(0, to - size), to),
        );
        expect(idsOf(await fetchPage(list, { first: size, after, before }))).toEqual(between.slice(0, size));
        expect(idsOf(await fetchPage(list, { last: size, after, before }))).toEqual(between.slice(-size));
      }),
      { numRuns: 10 },
    );
  });

  it.each(NAMES)('hold 20 of the %s when no size is named', async (name) => {
    const { list, ids } = listOf(name);
    expect(idsOf(await fetchPage(list, {}))).toEqual(ids.slice(0, 20));
  });

  it.each(NAMES)('are empty beyond the ends of the %s', async (name) => {
    const { list } = listOf(name);
    const [whole] = await walkForward(list, 100);
    const { startCursor, endCursor } = whole?.pageInfo ?? {};
    const nothing = { startCursor: null, endCursor: null };
    const past = await fetchPage(list, { first: 5, after: endCursor });
    expect(past).toEqual({ edges: [], pageInfo: { ...nothing, hasNextPage: false, hasPreviousPage: true } });
    const ahead = await fetchPage(list, { last: 5, before: startCursor });
    expect(ahead).toEqual({ edges: [], pageInfo: { ...nothing, hasNextPage: true, hasPreviousPage: false } });
  });

  it('neither repeat nor skip a job when newer ones arrive and the one of the cursor goes', async () => {
    const { list, ids } = listOf('jobs by date');
    const first = await fetchPage(list, { first: 10 });
    const [newer = ''] = await insertJobs(server, employer, [{ posted_at: '2026-04-01T00:00:00Z' }]);
    const gone = uuidIn(ids[9] ?? '');
    await server.db.rows(sql<object>`update jobs set status = 'CLOSED' where id = ${gone}`);
    try {
      const next = await fetchPage(list, { first: 10, after: first.pageInfo.endCursor });
      expect(idsOf(next)).toEqual(ids.slice(10, 20));
    } finally {
      await server.db.rows(sql<object>`update jobs set status = 'PUBLISHED' where id = ${gone}`);
      await server.db.rows(sql<object>`delete from jobs where id = ${uuidIn(newer)}`);
    }
  });
});
