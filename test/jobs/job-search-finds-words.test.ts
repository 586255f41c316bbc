import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sql } from 'kysely';
import { act } from '../support/act.js';
import { signUpWithCompany, type EmployerWithCompany } from '../support/people.js';
import { publishedJob } from '../support/recruitment.js';
import { tableDigests } from '../support/table-digests.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { uuidIn } from '../support/uuid-in.js';

const SEARCH = `query ($search: String) { jobs(first: 100, search: $search) { totalCount edges { node { title } } } }`;

interface Found {
  jobs: { totalCount: number; edges: { node: { title: string } }[] };
}

const ACCOUNTANT = 'Comptable confirmé';
const NURSES = 'Infirmières diplômées d’État';
const ENGINEER = 'Senior Software Engineer';
const BAKER = 'Boulanger-pâtissier';

describe('searching jobs', () => {
  let server: TestServer;
  let sahel: EmployerWithCompany;
  let baker: string;
  beforeAll(async () => {
    server = await startTestServer();
    sahel = await signUpWithCompany(server, 'Sahel Énergie');
    const clinic = await signUpWithCompany(server, 'Clinique El Rapha');
    await publishedJob(sahel, { title: ACCOUNTANT, description: 'Nous recherchons quelqu’un de rigoureux.' });
    await publishedJob(clinic, { title: NURSES, description: 'Soins aux malades, nuits comprises.' });
    await publishedJob(sahel, {
      title: ENGINEER,
      description: 'You will be managing our databases and feasibility studies.',
    });
    baker = await publishedJob(clinic, { title: BAKER, description: 'Fabriquer les pains de l’hôpital.' });
  });
  afterAll(() => server.stop());

  async function find(search: string | null): Promise<string[]> {
    const { jobs } = await server.client().data<Found>(SEARCH, { search });
    expect(jobs.totalCount).toBe(jobs.edges.length);
    return jobs.edges.map(({ node }) => node.title).sort();
  }

  it.each<[string, string, string[]]>([
    ['a word of the title', 'comptable', [ACCOUNTANT]],
    ['capitals', 'COMPTABLE', [ACCOUNTANT]],
    ['a French plural of it', 'comptables', [ACCOUNTANT]],
    ['a French singular of a plural', 'infirmière', [NURSES]],
    ['no accents where the title has them', 'infirmieres diplomees', [NURSES]],
    ['accents where the title has none', 'cômptàble', [ACCOUNTANT]],
    ['an English plural', 'engineers', [ENGINEER]],
    ['an English form of a word of the description', 'manage database', [ENGINEER]],
    ['an English singular of a word of the description', 'study', [ENGINEER]],
    ['a French form of a word of the description', 'rigoureuse', [ACCOUNTANT]],
    ['two words of different fields', 'software managing', [ENGINEER]],
    ['the name of the company', 'rapha', [BAKER, NURSES]],
    ['the name of the company without its accent', 'sahel energie', [ACCOUNTANT, ENGINEER]],
    ['a word of the title and the company', 'comptable sahel', [ACCOUNTANT]],
    ['a typo: letters swapped', 'comptabel', [ACCOUNTANT]],
    ['a typo: a letter missing', 'enginer', [ENGINEER]],
    ['a typo: a letter doubled', 'boullanger', [BAKER]],
    ['white space around', '  comptable \n', [ACCOUNTANT]],
    ['a word nobody has', 'plombier', []],
  ])('finds jobs by %s', async (_how, search, expected) => {
    expect(await find(search)).toEqual([...expected].sort());
  });

  it.each([null, '', '   ', '\n\t'])('lists all jobs for the search %j', async (search) => {
    expect(await find(search)).toHaveLength(4);
  });

  it('does not find a job by a word of its title that was edited away', async () => {
    const jobId = await publishedJob(sahel, { title: 'Soudeur' });
    expect(await find('soudeur')).toEqual(['Soudeur']);
    await act(sahel.client, 'updateJob', { jobId, title: 'Menuisier' });
    expect(await find('soudeur')).toEqual([]);
    expect(await find('menuisiers')).toEqual(['Menuisier']);
    await act(sahel.client, 'closeJob', { jobId });
    expect(await find('menuisiers')).toEqual([]);
  });

  it('finds the jobs of a company by its new name', async () => {
    await server.db.rows(sql<object>`
      update companies set name = 'Hôpital Baobab'
      where id = (select company_id from jobs where id = ${uuidIn(baker)})`);
    expect(await find('baobab')).toEqual([BAKER, NURSES]);
    expect(await find('rapha')).toEqual([]);
  });

  it.each([
    '%',
    '_',
    '%%%',
    '\\',
    "'",
    "''",
    '"',
    '"comptable',
    "' or 1=1 --",
    '; drop table jobs',
    '&',
    '|',
    '!',
    '!!',
    '<->',
    ':*',
    'a & | b',
    '(((',
    ')',
    '-',
    '--',
    '- -',
    'or',
    'or or',
    '$1',
    '{}',
    '💼',
    '👩‍⚕️',
    '\u0301',
    'ا',
    '…',
    'x'.repeat(200),
    '💼'.repeat(200),
  ])('takes %j for words, not for anything it could mean elsewhere', async (search) => {
    const found = await find(search);
    // What is no word finds nothing; the one that holds a word may find its job.
    expect(found.every((title) => title === ACCOUNTANT && search.includes('comptable'))).toBe(true);
  });

  it('refuses a search of more than 200 characters', async () => {
    expect(await server.client().errorCode(SEARCH, { search: 'x'.repeat(201) })).toBe('BAD_USER_INPUT');
  });

  it('answers every text there is, and changes nothing', async () => {
    const before = await tableDigests(server.db);
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.stringMatching(/^[a-c '"&|!()<>:*\-\\%_]{0,30}$/),
    );
    await fc.assert(
      fc.asyncProperty(text, async (search) => {
        const code = await server.client().errorCode(SEARCH, { search });
        expect(code).toBe(search.includes('\0') ? 'BAD_USER_INPUT' : undefined);
      }),
      { numRuns: 100 },
    );
    expect(await tableDigests(server.db)).toEqual(before);
  });
});
