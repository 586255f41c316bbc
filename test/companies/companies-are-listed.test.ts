import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { globalId } from '../../src/graphql/ids.js';
import { insertRows } from '../support/insert-rows.js';
import { signUp } from '../support/people.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { idsOf, walkBackward, walkForward, type List } from '../support/walk-pages.js';

interface Listed {
  totalCount: number;
  edges: { node: { name: string } }[];
}

const QUERY = `query ($search: String, $filter: CompanyFilter, $orderBy: CompanyOrder) {
  companies(search: $search, filter: $filter, orderBy: $orderBy, first: 100) {
    totalCount edges { node { name } }
  }
}`;

/** In the order in which they joined. */
const COMPANIES = [
  { name: 'Énergie du Sahel', industry: 'Énergie', country: 'TD', verified: true },
  { name: 'Zoé & Fils', industry: 'commerce', country: 'GA' },
  { name: 'éclair 100%', industry: 'Commerce', country: 'CM', verified: true },
  { name: 'Eclair 1000', industry: 'Energie', country: 'GA' },
  { name: 'a_b\\c', industry: null, country: null },
  { name: 'axbyc', industry: 'Mines', country: 'CG' },
];

describe('the list of companies', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
    await insertRows(
      server.db,
      'companies',
      COMPANIES.map(({ name, industry, country, verified }, index) => {
        const at = new Date(server.clock.now().getTime() + index * 1000).toISOString();
        return {
          id: uuidv7(),
          created_at: at,
          updated_at: at,
          name,
          industry,
          country,
          verified_at: verified ? at : null,
        };
      }),
    );
  });
  afterAll(() => server.stop());

  async function list(variables: Record<string, unknown> = {}): Promise<Listed> {
    return (await server.client().data<{ companies: Listed }>(QUERY, variables)).companies;
  }

  const namesIn = ({ edges }: Listed) => edges.map(({ node }) => node.name);

  const found = async (search: string) => namesIn(await list({ search, orderBy: 'NAME' }));

  const filtered = async (filter: Record<string, unknown>) => {
    const page = await list({ filter, orderBy: 'NAME' });
    expect(page.totalCount).toBe(page.edges.length);
    return namesIn(page);
  };

  it('has all of them for everybody, the latest first', async () => {
    const newestFirst = COMPANIES.map(({ name }) => name).toReversed();
    expect(await list()).toMatchObject({ totalCount: COMPANIES.length });
    for (const client of [server.client(), (await signUp(server, 'CANDIDATE')).client]) {
      const { companies } = await client.data<{ companies: Listed }>(QUERY);
      expect(namesIn(companies)).toEqual(newestFirst);
    }
  });

  it('goes from A to Z by name, blind to case and accents', async () => {
    const names = namesIn(await list({ orderBy: 'NAME' }));
    const letters = names.filter((name) => !name.includes('_'));
    expect(letters).toEqual(['axbyc', 'éclair 100%', 'Eclair 1000', 'Énergie du Sahel', 'Zoé & Fils']);
  });

  it.each<[string, string[]]>([
    ['ECLAIR', ['éclair 100%', 'Eclair 1000']],
    ['sàhel', ['Énergie du Sahel']],
    ['  zoe &  ', ['Zoé & Fils']],
    ['z', ['Zoé & Fils']],
    ['nobody', []],
  ])('finds %j by a part of the name', async (search, names) => {
    expect(await found(search)).toEqual(names);
  });

  it.each<[string, string[]]>([
    ['100%', ['éclair 100%']],
    // A wide percent sign, which without its width is a wildcard.
    ['100％', ['éclair 100%']],
    ['a_b', ['a_b\\c']],
    ['b\\c', ['a_b\\c']],
    ['%', ['éclair 100%']],
    ['\\', ['a_b\\c']],
  ])('takes the signs in %j for what they are', async (search, names) => {
    expect(await found(search)).toEqual(names);
  });

  it('is whole when nothing is searched for', async () => {
    expect((await list({ search: '   ' })).totalCount).toBe(COMPANIES.length);
    expect((await list({ filter: {} })).totalCount).toBe(COMPANIES.length);
  });

  it('takes filters, which must all hold', async () => {
    expect(await filtered({ industry: ['énergie'] })).toEqual(['Eclair 1000', 'Énergie du Sahel']);
    expect(await filtered({ industry: ['COMMERCE', ' Mines '] })).toEqual([
      'axbyc',
      'éclair 100%',
      'Zoé & Fils',
    ]);
    expect(await filtered({ country: ['ga', 'TD'] })).toEqual([
      'Eclair 1000',
      'Énergie du Sahel',
      'Zoé & Fils',
    ]);
    expect(await filtered({ verified: true })).toEqual(['éclair 100%', 'Énergie du Sahel']);
    expect(await filtered({ verified: false, country: ['GA'] })).toEqual(['Eclair 1000', 'Zoé & Fils']);
    expect(await filtered({ industry: [] })).toEqual([]);
    expect(namesIn(await list({ search: 'eclair', filter: { country: ['CM'] } }))).toEqual(['éclair 100%']);
  });

  it.each<[string, Record<string, unknown>]>([
    ['a search of 201 characters', { search: 'x'.repeat(201) }],
    ['a country that is none', { filter: { country: ['CM', 'Cameroun'] } }],
    ['an industry of 101 characters', { filter: { industry: ['x'.repeat(101)] } }],
  ])('refuses %s', async (_what, variables) => {
    expect(await server.client().errorCode(QUERY, variables)).toBe('BAD_USER_INPUT');
  });

  it('refuses a cursor of the other order', async () => {
    const query = (args: string) => `{ companies(${args}) { pageInfo { endCursor } } }`;
    const { companies } = await server
      .client()
      .data<{ companies: { pageInfo: { endCursor: string } } }>(query('first: 1, orderBy: NAME'));
    const { endCursor } = companies.pageInfo;
    expect(await server.client().errorCode(query(`after: "${endCursor}"`))).toBe('BAD_USER_INPUT');
  });

  it.each(['NAME', 'NEWEST'])(
    'is walked by %s in both directions, also where names are the same',
    async (order) => {
      const at = server.clock.now().toISOString();
      // Longer than what is sorted by, and than a cursor may be: without its accent each of the letters is two.
      const name = 'Œ'.repeat(200);
      const same = Array.from({ length: 7 }, () => ({ id: uuidv7(), created_at: at, updated_at: at, name }));
      await insertRows(server.db, 'companies', same);
      const all: List = { client: server.client(), field: 'companies', args: `orderBy: ${order}` };
      const forward = (await walkForward(all, 2)).flatMap(idsOf);
      const backward = (await walkBackward(all, 3)).toReversed().flatMap(idsOf);
      expect(new Set(forward).size).toBe(forward.length);
      expect(forward).toEqual(expect.arrayContaining(same.map(({ id }) => globalId('Company', id))));
      expect(backward).toEqual(forward);
    },
  );
});
