import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { globalId } from '../../src/graphql/ids.js';
import { insertJobs, type JobColumns } from '../support/job-rows.js';
import { signUpWithCompany, type EmployerWithCompany } from '../support/people.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const DAY = 86_400_000;

type Filter = Record<string, unknown>;

describe('a list of jobs', () => {
  let server: TestServer;
  let okoume: EmployerWithCompany;
  let iroko: EmployerWithCompany;
  beforeAll(async () => {
    server = await startTestServer();
    okoume = await signUpWithCompany(server, 'Okoumé');
    iroko = await signUpWithCompany(server, 'Iroko');
    const ago = (days: number) => new Date(server.clock.now().getTime() - days * DAY).toISOString();
    const job = (title: string, columns: JobColumns): JobColumns => ({
      title,
      type: 'FULL_TIME',
      location_type: 'ON_SITE',
      location: null,
      country: null,
      language: null,
      salary_min: null,
      salary_max: null,
      currency: 'XAF',
      posted_at: ago(0),
      expires_at: null,
      status: 'PUBLISHED',
      ...columns,
    });
    await insertJobs(server, okoume, [
      job('accountant', {
        location: 'Libreville',
        country: 'GA',
        language: 'fr',
        salary_min: 100,
        salary_max: 200,
      }),
      job('baker', {
        type: 'PART_TIME',
        location: 'Yaoundé',
        country: 'CM',
        language: 'fr',
        salary_min: 300,
        salary_max: 400,
        posted_at: ago(2),
      }),
      job('cook', {
        type: 'CONTRACT',
        location_type: 'REMOTE',
        country: 'CM',
        language: 'en',
        salary_min: 250,
        posted_at: ago(8),
      }),
      job('draft', { status: 'DRAFT', country: 'GA', language: 'fr' }),
    ]);
    await insertJobs(server, iroko, [
      job('driver', {
        type: 'TEMPORARY',
        location_type: 'HYBRID',
        location: 'Port-Gentil (100% sur site_2)',
        country: 'GA',
        salary_max: 150,
        posted_at: ago(31),
      }),
      job('engineer', {
        type: 'INTERNSHIP',
        location: 'N’DJAMÉNA',
        country: 'TD',
        language: 'fr',
        posted_at: ago(400),
      }),
      job('farmer', {
        salary_min: 250,
        salary_max: 260,
        currency: 'EUR',
        location: 'Saint-Étienne',
        country: 'FR',
      }),
      job('gone', { expires_at: ago(1), country: 'GA' }),
    ]);
  });
  afterAll(() => server.stop());

  async function titles(filter: Filter): Promise<string[]> {
    const { jobs } = await server
      .client()
      .data<{ jobs: { totalCount: number; edges: { node: { title: string } }[] } }>(
        `query ($filter: JobFilter) { jobs(first: 100, filter: $filter) { totalCount edges { node { title } } } }`,
        { filter },
      );
    expect(jobs.totalCount).toBe(jobs.edges.length);
    return jobs.edges.map(({ node }) => node.title).sort();
  }

  const ALL = ['accountant', 'baker', 'cook', 'driver', 'engineer', 'farmer'];

  it.each<[Filter, string[]]>([
    [{}, ALL],
    [{ type: ['FULL_TIME'] }, ['accountant', 'farmer']],
    [{ type: ['PART_TIME', 'INTERNSHIP'] }, ['baker', 'engineer']],
    [{ locationType: ['REMOTE'] }, ['cook']],
    [{ locationType: ['REMOTE', 'HYBRID'] }, ['cook', 'driver']],
    [{ country: ['GA'] }, ['accountant', 'driver']],
    [{ country: ['cm', 'TD'] }, ['baker', 'cook', 'engineer']],
    [{ country: ['NA'] }, []],
    [{ language: ['fr'] }, ['accountant', 'baker', 'engineer']],
    [{ language: ['en', 'fr'] }, ['accountant', 'baker', 'cook', 'engineer']],
    [{ type: ['FULL_TIME'], country: ['GA'], language: ['fr'] }, ['accountant']],
    [{ type: ['FULL_TIME'], locationType: ['REMOTE'] }, []],
    [
      { type: null, country: null, location: null, company: null, salaryMin: null, postedWithinDays: null },
      ALL,
    ],
  ])('filtered by %j holds those jobs', async (filter, expected) => {
    expect(await titles(filter)).toEqual(expected);
  });

  it.each<[string, string[]]>([
    ['libreville', ['accountant']],
    ['LIBRE', ['accountant']],
    ['yaounde', ['baker']],
    ['Yaoundé', ['baker']],
    ['ÉTIENNE', ['farmer']],
    ['etienne', ['farmer']],
    ["n'djamena", ['engineer']],
    ['n’djamena', ['engineer']],
    ['  Port  ', ['driver']],
    ['100%', ['driver']],
    ['%', ['driver']],
    ['_', ['driver']],
    ['te_2', ['driver']],
    ['Libre%', []],
    ['\\', []],
    ["'; drop table jobs; --", []],
    ['   ', ALL],
    ['', ALL],
  ])('filtered by the place %j holds those jobs', async (location, expected) => {
    expect(await titles({ location })).toEqual(expected);
  });

  it('filtered by company holds the jobs of any of them', async () => {
    expect(await titles({ company: [iroko.companyId] })).toEqual(['driver', 'engineer', 'farmer']);
    expect(await titles({ company: [iroko.companyId, okoume.companyId] })).toEqual(ALL);
    expect(await titles({ company: [globalId('Company', uuidv7())] })).toEqual([]);
  });

  it.each<[Filter, string[]]>([
    [{ salaryMin: 150 }, ['accountant', 'baker', 'cook', 'driver']],
    [{ salaryMin: 151 }, ['accountant', 'baker', 'cook']],
    [{ salaryMin: 200 }, ['accountant', 'baker', 'cook']],
    [{ salaryMin: 201 }, ['baker', 'cook']],
    [{ salaryMin: 401 }, []],
    [{ salaryMax: 99 }, []],
    [{ salaryMax: 100 }, ['accountant']],
    [{ salaryMax: 150 }, ['accountant', 'driver']],
    [{ salaryMax: 299 }, ['accountant', 'cook', 'driver']],
    [{ salaryMin: 201, salaryMax: 249 }, []],
    [{ salaryMin: 180, salaryMax: 300 }, ['accountant', 'baker', 'cook']],
    [{ salaryMin: 0 }, ['accountant', 'baker', 'cook', 'driver']],
    [{ salaryMin: 100, currency: 'EUR' }, ['farmer']],
    [{ salaryMax: 255, currency: 'eur' }, ['farmer']],
    [{ salaryMin: 261, currency: 'EUR' }, []],
    [{ salaryMin: 1, currency: 'USD' }, []],
    [{ currency: 'EUR' }, ['farmer']],
    [{ currency: 'XAF' }, ['accountant', 'baker', 'cook', 'driver', 'engineer']],
  ])(
    'filtered by the salary %j holds jobs whose range overlaps, in that currency alone',
    async (filter, expected) => {
      expect(await titles(filter)).toEqual(expected);
    },
  );

  it.each<[number, string[]]>([
    [1, ['accountant', 'farmer']],
    [2, ['accountant', 'farmer']],
    [3, ['accountant', 'baker', 'farmer']],
    [30, ['accountant', 'baker', 'cook', 'farmer']],
    [32, ['accountant', 'baker', 'cook', 'driver', 'farmer']],
    [365, ['accountant', 'baker', 'cook', 'driver', 'farmer']],
  ])('posted within %d days holds those jobs', async (postedWithinDays, expected) => {
    expect(await titles({ postedWithinDays })).toEqual(expected);
  });

  it.each<Filter>([
    { country: ['Gabon'] },
    { country: ['ZZ'] },
    { country: ['GA', ''] },
    { language: ['FR'] },
    { language: ['fra'] },
    { location: 'x'.repeat(101) },
    { company: ['okoume'] },
    { company: [''] },
    { salaryMin: -1 },
    { salaryMax: -1 },
    { salaryMin: 2 ** 31 },
    { salaryMin: 1.5 },
    { currency: 'FCFA' },
    { currency: '' },
    { postedWithinDays: 0 },
    { postedWithinDays: -3 },
    { postedWithinDays: 366 },
    { type: ['VOLUNTEER'] },
    { type: [null] },
    { colour: 'red' },
  ])('refuses the filter %j', async (filter) => {
    const query = 'query ($filter: JobFilter) { jobs(filter: $filter) { totalCount } }';
    expect(await server.client().errorCode(query, { filter })).toBe('BAD_USER_INPUT');
  });

  it('refuses a company filter with the id of something else', async () => {
    const query = 'query ($filter: JobFilter) { jobs(filter: $filter) { totalCount } }';
    const filter = { company: [okoume.id] };
    expect(await server.client().errorCode(query, { filter })).toBe('BAD_USER_INPUT');
  });
});
