import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { candidateRowOf, insertApplications } from '../support/application-rows.js';
import { insertJobs } from '../support/job-rows.js';
import { signUp, signUpWithCompany } from '../support/people.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { fetchPage, pageQuery, type List } from '../support/walk-pages.js';

const ID = '01a20b92-9416-7115-8399-46dd829c70f7';
const TIME = '2026-03-01 10:00:00.123456+00';

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

const BAD_PAGES: [string, object][] = [
  ['first: 0', { first: 0 }],
  ['first: -1', { first: -1 }],
  ['first: 101', { first: 101 }],
  ['first: 2147483647', { first: 2_147_483_647 }],
  ['first: 2147483648', { first: 2_147_483_648 }],
  ['first: 1.5', { first: 1.5 }],
  ['first: "5"', { first: '5' }],
  ['last: 0', { last: 0 }],
  ['last: -1', { last: -1 }],
  ['last: 101', { last: 101 }],
  ['first and last together', { first: 5, last: 5 }],
  ['an empty cursor', { after: '' }],
  ['a cursor that is no base64', { after: '***' }],
  ['a cursor that is no JSON', { after: Buffer.from('hello').toString('base64url') }],
  ['a cursor with a NUL', { after: 'a\0b' }],
  ['a cursor of 100,000 characters', { after: 'A'.repeat(100_000) }],
  ['a number for a cursor', { before: 5 }],
];

const BAD_VALUES: [string, unknown][] = [
  ['null', null],
  ['a text', 'newest'],
  ['an object', { 0: 'newest', 1: TIME, 2: ID }],
  ['nothing', []],
  ['no order', [TIME, ID]],
  ['an order nobody knows', ['oldest', TIME, ID]],
  ['no id', ['newest', TIME]],
  ['too much', ['newest', TIME, ID, ID]],
  ['an id that is no UUID', ['newest', TIME, '1']],
  ['an id in SQL', ['newest', TIME, `${ID}' or true --`]],
  ['a number for a time', ['newest', 5, ID]],
  ['a time that is none', ['newest', 'yesterday', ID]],
  ['a time that PostgreSQL knows', ['newest', 'infinity', ID]],
  ['a month 13', ['newest', '2026-13-01 10:00:00+00', ID]],
  ['a day that does not exist', ['newest', '2026-02-30 10:00:00+00', ID]],
  ['a year 0', ['newest', '0000-02-20 10:00:00+00', ID]],
  ['an hour 25', ['newest', '2026-03-01 25:00:00+00', ID]],
  ['a second 60', ['newest', '2026-03-01 10:00:60+00', ID]],
  ['a time zone that does not exist', ['newest', '2026-03-01 10:00:00+99:99', ID]],
];

const BAD_SALARIES: [string, unknown][] = [
  ['of the order by date', ['newest', TIME, ID]],
  ['with a fraction', ['salary', '1.5', ID]],
  ['with no number', ['salary', 'NaN', ID]],
  ['with a number too large for a salary', ['salary', '2147483648', ID]],
  ['with a number too small for a salary', ['salary', '-9999999999', ID]],
  ['with a number of 400 digits', ['salary', '9'.repeat(400), ID]],
];

describe('a page', () => {
  let server: TestServer;
  let lists: Record<string, List>;
  beforeAll(async () => {
    server = await startTestServer();
    const employer = await signUpWithCompany(server);
    const candidate = await signUp(server, 'CANDIDATE');
    const jobs = await insertJobs(server, employer, [{ salary_max: 2_000_000_000 }, { salary_max: 5 }, {}]);
    const mine = await candidateRowOf(server, candidate);
    await insertApplications(
      server,
      jobs.map((jobId) => ({ candidate: mine, jobId })),
    );
    lists = {
      jobs: { client: server.client(), field: 'jobs', args: 'orderBy: NEWEST' },
      'jobs by salary': { client: server.client(), field: 'jobs', args: 'orderBy: SALARY' },
      myApplications: { client: candidate.client, field: 'myApplications' },
      jobApplications: { client: employer.client, field: 'jobApplications', args: `jobId: "${jobs[0]}"` },
    };
  });
  afterAll(() => server.stop());

  function listOf(name: string): List {
    const list = lists[name];
    if (!list) throw new Error(`no list ${name}`);
    return list;
  }

  const codeOf = (list: List, request: object) =>
    list.client.errorCode(pageQuery(list), request as Record<string, unknown>);

  describe.each(['jobs', 'myApplications', 'jobApplications'])('of %s', (name) => {
    it.each(BAD_PAGES)('is refused with %s', async (_case, request) => {
      expect(await codeOf(listOf(name), request)).toBe('BAD_USER_INPUT');
    });

    it.each(BAD_VALUES)('is refused after a forged cursor with %s', async (_case, value) => {
      expect(await codeOf(listOf(name), { after: encoded(value) })).toBe('BAD_USER_INPUT');
      expect(await codeOf(listOf(name), { before: encoded(value) })).toBe('BAD_USER_INPUT');
    });

    it('is refused with a number too large, literally', async () => {
      const { client, field, args = '' } = listOf(name);
      const { errors } = await client.send(`{ ${field}(first: 99999999999, ${args}) { edges { cursor } } }`);
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    });
  });

  it.each(BAD_SALARIES)('of jobs by salary is refused after a cursor %s', async (_case, value) => {
    expect(await codeOf(listOf('jobs by salary'), { after: encoded(value) })).toBe('BAD_USER_INPUT');
  });

  it('is refused after a cursor of the same list in another order', async () => {
    const [newest, salary] = [listOf('jobs'), listOf('jobs by salary')];
    const byDate = (await fetchPage(newest, { first: 1 })).pageInfo.endCursor;
    const bySalary = (await fetchPage(salary, { first: 1 })).pageInfo.endCursor;
    expect(await codeOf(salary, { after: byDate })).toBe('BAD_USER_INPUT');
    expect(await codeOf(newest, { before: bySalary })).toBe('BAD_USER_INPUT');
    expect(await codeOf(newest, { after: byDate })).toBeUndefined();
    expect(await codeOf(salary, { after: bySalary })).toBeUndefined();
  });

  it('is at worst refused, whatever the cursor', async () => {
    const list = listOf('jobs');
    const digits = (count: number) => fc.stringMatching(new RegExp(`^[0-9]{${count}}$`));
    const time = fc
      .tuple(
        digits(4),
        digits(2),
        digits(2),
        digits(2),
        digits(2),
        digits(2),
        fc.constantFrom('+', '-'),
        digits(2),
      )
      .map(([y, mo, d, h, mi, s, sign, zone]) => `${y}-${mo}-${d} ${h}:${mi}:${s}${sign}${zone}`);
    const cursor = fc.oneof(
      fc.string(),
      fc.json().map((text) => Buffer.from(text).toString('base64url')),
      fc.tuple(fc.constant('newest'), time, fc.constant(ID)).map(encoded),
      fc.tuple(fc.constant('newest'), fc.string(), fc.uuid()).map(encoded),
    );
    await fc.assert(
      fc.asyncProperty(cursor, async (after) => {
        expect([undefined, 'BAD_USER_INPUT']).toContain(await codeOf(list, { after }));
      }),
      { numRuns: 200 },
    );
  });
});
