import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { insertJobs } from '../support/job-rows.js';
import { signUp, signUpWithCompany, type EmployerWithCompany } from '../support/people.js';
import { apply, publishedJob } from '../support/recruitment.js';
import { countStatements } from '../support/statement-count.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { uuidIn } from '../support/uuid-in.js';

const MARKET = `{ marketStatistics {
  activeJobs byCountry { value count } byType { value count } byLocationType { value count } byIndustry { value count }
} }`;
const PLATFORM = '{ publicStatistics { candidates companies activeJobs applications } }';
const RECENT = 'query ($days: Int!) { recentJobsCount(days: $days) }';
const DAY = 86_400_000;
const MINUTE = 60_000;

describe('the statistics of the platform', () => {
  let server: TestServer;
  let employer: EmployerWithCompany;
  beforeAll(async () => {
    server = await startTestServer();
    employer = await signUpWithCompany(server, 'Okoumé');
    const iroko = await signUpWithCompany(server, 'Iroko');
    await server.db.rows(sql<object>`
      update companies set industry = 'Bois' where id = ${uuidIn(employer.companyId)}`);
    const ago = (days: number) => new Date(server.clock.now().getTime() - days * DAY).toISOString();
    await insertJobs(server, employer, [
      { type: 'FULL_TIME', location_type: 'ON_SITE', country: 'GA', posted_at: ago(1) },
      { type: 'FULL_TIME', location_type: 'REMOTE', country: 'GA', posted_at: ago(8) },
      { type: 'CONTRACT', location_type: 'REMOTE', country: null, posted_at: ago(40) },
      { type: 'CONTRACT', country: 'TD', status: 'DRAFT' },
      { type: 'CONTRACT', country: 'TD', expires_at: ago(1) },
      { type: 'CONTRACT', country: 'TD', status: 'CLOSED' },
    ]);
    await insertJobs(server, iroko, [{ type: 'INTERNSHIP', location_type: 'REMOTE', country: 'CM' }]);
    const candidate = await signUp(server, 'CANDIDATE');
    await apply(
      candidate,
      await publishedJob(iroko, { type: 'INTERNSHIP', locationType: 'REMOTE', country: 'CM' }),
    );
  });
  afterAll(() => server.stop());

  it('count public jobs only, by country, type, location type and industry, most first', async () => {
    expect(await server.client().data(MARKET)).toEqual({
      marketStatistics: {
        activeJobs: 5,
        byCountry: [
          { value: 'CM', count: 2 },
          { value: 'GA', count: 2 },
        ],
        byType: [
          { value: 'FULL_TIME', count: 2 },
          { value: 'INTERNSHIP', count: 2 },
          { value: 'CONTRACT', count: 1 },
        ],
        byLocationType: [
          { value: 'REMOTE', count: 4 },
          { value: 'ON_SITE', count: 1 },
        ],
        byIndustry: [{ value: 'Bois', count: 3 }],
      },
    });
  });

  it('count candidates, companies, public jobs and applications', async () => {
    expect(await server.client().data(PLATFORM)).toEqual({
      publicStatistics: { candidates: 1, companies: 2, activeJobs: 5, applications: 1 },
    });
  });

  it.each([
    [1, 2],
    [2, 3],
    [9, 4],
    [365, 5],
  ])('count what was posted within %d days', async (days, count) => {
    expect(await server.client().data(RECENT, { days })).toEqual({ recentJobsCount: count });
  });

  it('count the last seven days unless told otherwise', async () => {
    expect(await server.client().data('{ recentJobsCount }')).toEqual({ recentJobsCount: 3 });
  });

  it.each([0, -1, 366, 2 ** 31 - 1])('refuse %d days', async (days) => {
    expect(await server.client().errorCode(RECENT, { days })).toBe('BAD_USER_INPUT');
  });

  it('are made by one statement, and by none within the next minute, whoever asks', async () => {
    for (const [query, variables] of [
      [MARKET, {}],
      [PLATFORM, {}],
      [RECENT, { days: 30 }],
    ] as const) {
      server.clock.advance(2 * MINUTE);
      const ask = () => server.client().data(query, variables);
      expect(await countStatements(() => Promise.all([ask(), ask(), ask(), ask()]))).toHaveLength(1);
      expect(await countStatements(ask)).toHaveLength(0);
    }
  });

  it('follow the market after a minute', async () => {
    server.clock.advance(2 * MINUTE);
    const active = async () =>
      (await server.client().data<{ publicStatistics: { activeJobs: number } }>(PLATFORM)).publicStatistics
        .activeJobs;
    const before = await active();
    await publishedJob(employer);
    expect(await active()).toBe(before);
    server.clock.advance(MINUTE + 1);
    expect(await active()).toBe(before + 1);
  });

  it.each([
    ['marketStatistics', '{ activeJobs }'],
    ['publicStatistics', '{ companies }'],
    ['recentJobsCount', ''],
  ])('are not for asking more than thirty times a minute: %s', async (field, selection) => {
    const client = server.client();
    const codes: (string | undefined)[] = [];
    for (let call = 0; call < 31; call += 1) codes.push(await client.errorCode(`{ ${field} ${selection} }`));
    expect(codes.slice(0, 30).every((code) => code === undefined)).toBe(true);
    expect(codes[30]).toBe('RATE_LIMITED');
  });
});
