import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { globalId } from '../../src/graphql/ids.js';
import { insertJobs, type JobColumns } from '../support/job-rows.js';
import { signUpWithCompany, type EmployerWithCompany } from '../support/people.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { idsOf, walkBackward, walkForward } from '../support/walk-pages.js';

const DAY = 86_400_000;
const FACETS = ['type', 'locationType', 'country', 'language', 'company'] as const;

type Filter = Partial<Record<(typeof FACETS)[number], string[]>> & Record<string, unknown>;
type Counts = Record<(typeof FACETS)[number], Record<string, number>>;

interface Job {
  company: string;
  title: string;
  type: string;
  locationType: string;
  country: string | null;
  language: string | null;
  featured: boolean;
  daysAgo: number;
  isPublic: boolean;
}

const TITLES = ['Comptable', 'Comptable senior', 'Chauffeur', 'Senior Engineer', 'Cuisinière'];
const TYPES = ['FULL_TIME', 'PART_TIME', 'CONTRACT'];
const PLACES = ['ON_SITE', 'REMOTE', 'HYBRID'];
const COUNTRIES = ['GA', 'CM', 'TD', null];
const LANGUAGES = ['fr', 'en', null];

/** The same jobs each time, with every value next to every other sooner or later. */
function makeJobs(companies: string[]): Job[] {
  const [jobs] = fc.sample(
    fc.array(
      fc.record({
        company: fc.constantFrom(...companies),
        title: fc.constantFrom(...TITLES),
        type: fc.constantFrom(...TYPES),
        locationType: fc.constantFrom(...PLACES),
        country: fc.constantFrom(...COUNTRIES),
        language: fc.constantFrom(...LANGUAGES),
        featured: fc.boolean(),
        daysAgo: fc.integer({ min: 0, max: 40 }),
        isPublic: fc.boolean(),
      }),
      { minLength: 150, maxLength: 150 },
    ),
    { seed: 7, numRuns: 1 },
  );
  return jobs ?? [];
}

describe('the facets of a search', () => {
  let server: TestServer;
  let jobs: Job[];
  let companies: string[];
  beforeAll(async () => {
    server = await startTestServer();
    const employers = [
      await signUpWithCompany(server, 'Okoumé'),
      await signUpWithCompany(server, 'Iroko'),
      await signUpWithCompany(server, 'Moabi'),
    ];
    companies = employers.map(({ companyId }) => companyId);
    jobs = makeJobs(companies);
    for (const employer of employers) {
      await insertJobs(
        server,
        employer,
        jobs.filter(({ company }) => company === employer.companyId).map(columnsOf),
      );
    }
  });
  afterAll(() => server.stop());

  /** Half of the jobs that are not public are drafts, the others have expired. */
  function columnsOf(job: Job, index: number): JobColumns {
    const ago = (days: number) => new Date(server.clock.now().getTime() - days * DAY - 60_000).toISOString();
    return {
      title: job.title,
      type: job.type,
      location_type: job.locationType,
      country: job.country,
      language: job.language,
      is_featured: job.featured,
      posted_at: ago(job.daysAgo),
      status: job.isPublic || index % 2 === 0 ? 'PUBLISHED' : 'DRAFT',
      expires_at: !job.isPublic && index % 2 === 0 ? ago(0) : null,
    };
  }

  async function ask(search: string | null, filter: Filter): Promise<{ total: number; counts: Counts }> {
    const { jobs: found } = await server.client().data<{
      jobs: {
        totalCount: number;
        facets: Record<string, { value?: string; company?: { id: string }; count: number }[]>;
      };
    }>(
      `query ($search: String, $filter: JobFilter) {
        jobs(first: 1, search: $search, filter: $filter) {
          totalCount
          facets {
            type { value count } locationType { value count } country { value count } language { value count }
            company { company { id } count }
          }
        }
      }`,
      { search, filter },
    );
    const counts = Object.fromEntries(
      FACETS.map((facet) => [
        facet,
        Object.fromEntries(
          (found.facets[facet] ?? []).map(({ value, company, count }) => [value ?? company?.id, count]),
        ),
      ]),
    ) as Counts;
    return { total: found.totalCount, counts };
  }

  function matches(job: Job, search: string | null, filter: Filter, except?: string): boolean {
    return (
      job.isPublic &&
      (search === null || job.title.toLowerCase().includes(search)) &&
      (filter['featured'] == null || job.featured === filter['featured']) &&
      (filter['postedWithinDays'] == null || job.daysAgo < Number(filter['postedWithinDays'])) &&
      FACETS.every((facet) => facet === except || (filter[facet]?.includes(job[facet] ?? '-') ?? true))
    );
  }

  function recount(search: string | null, filter: Filter): { total: number; counts: Counts } {
    const counts = Object.fromEntries(
      FACETS.map((facet) => {
        const values: Record<string, number> = {};
        for (const job of jobs) {
          const value = job[facet];
          if (value !== null && matches(job, search, filter, facet)) values[value] = (values[value] ?? 0) + 1;
        }
        return [facet, values];
      }),
    ) as Counts;
    return { total: jobs.filter((job) => matches(job, search, filter)).length, counts };
  }

  it('count what is there, each without its own filter, for any filter and search', async () => {
    const some = (values: (string | null)[]) =>
      fc.option(
        fc.subarray(
          values.filter((value) => value !== null),
          { minLength: 1 },
        ),
        { nil: undefined },
      );
    const filters = fc.record(
      {
        type: some(TYPES),
        locationType: some(PLACES),
        country: some(COUNTRIES),
        language: some(LANGUAGES),
        company: some(companies),
        featured: fc.option(fc.boolean(), { nil: undefined }),
        postedWithinDays: fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(null, 'comptable', 'senior'), filters, async (search, filter) => {
        expect(await ask(search, filter)).toEqual(recount(search, filter));
      }),
      { numRuns: 120 },
    );
  });

  it('tell the values with the most jobs first', async () => {
    const { jobs: found } = await server.client().data<{
      jobs: { facets: { type: { count: number }[]; country: { count: number }[] } };
    }>('{ jobs { facets { type { count } country { count } } } }');
    for (const counts of [found.facets.type, found.facets.country])
      expect(counts).toEqual(counts.toSorted((a, b) => b.count - a.count));
  });

  it('are empty for what nobody offers', async () => {
    const nothing = { type: {}, locationType: {}, country: {}, language: {}, company: {} };
    expect(await ask('plombier', {})).toEqual({ total: 0, counts: nothing });
    expect(
      await ask(null, { company: [globalId('Company', '0193908d-a048-7188-b21d-0dd6b1d3bbe5')] }),
    ).toEqual(
      expect.objectContaining({
        total: 0,
        counts: { ...nothing, company: recount(null, {}).counts.company },
      }),
    );
  });

  it.each(['NEWEST', 'RELEVANCE', 'SALARY'])(
    'stand beside pages by %s that hold every match once, forward and backward',
    async (order) => {
      const list = { client: server.client(), field: 'jobs', args: `search: "senior", orderBy: ${order}` };
      const forward = (await walkForward(list, 7)).flatMap(idsOf);
      const backward = (await walkBackward(list, 7)).toReversed().flatMap(idsOf);
      expect(forward).toHaveLength(recount('senior', {}).total);
      expect(new Set(forward).size).toBe(forward.length);
      expect(backward).toEqual(forward);
    },
  );
});

describe('a search by relevance', () => {
  let server: TestServer;
  let baobab: EmployerWithCompany;
  beforeAll(async () => {
    server = await startTestServer();
    baobab = await signUpWithCompany(server, 'Baobab');
    const ago = (days: number) => new Date(server.clock.now().getTime() - days * DAY).toISOString();
    await insertJobs(server, baobab, [
      { title: 'Gardien', description: 'Surveiller le verger.', posted_at: ago(0) },
      { title: 'Jardinier', description: 'Tailler la haie.', posted_at: ago(1) },
      { title: 'Verger', description: 'Récolter.', posted_at: ago(9) },
      { title: 'Verger (chef)', description: 'Récolter au verger.', posted_at: ago(5) },
    ]);
    const orchard = await signUpWithCompany(server, 'Le Verger');
    await insertJobs(server, orchard, [{ title: 'Vendeur', description: 'Vendre.', posted_at: ago(3) }]);
  });
  afterAll(() => server.stop());

  async function titles(args: string): Promise<string[]> {
    const { jobs } = await server
      .client()
      .data<{ jobs: { edges: { node: { title: string } }[] } }>(
        `{ jobs(${args}) { edges { node { title } } } }`,
      );
    return jobs.edges.map(({ node }) => node.title);
  }

  const BEST_FIRST = ['Verger (chef)', 'Verger', 'Vendeur', 'Gardien'];

  it('puts a word of the title before one of the company, and that before one of the description', async () => {
    expect(await titles('search: "verger", orderBy: RELEVANCE')).toEqual(BEST_FIRST);
  });

  it('is what a search does unless another order is asked for', async () => {
    expect(await titles('search: "verger"')).toEqual(BEST_FIRST);
    expect(await titles('search: "verger", orderBy: NEWEST')).toEqual([
      'Gardien',
      'Vendeur',
      'Verger (chef)',
      'Verger',
    ]);
  });

  it('is newest first without words', async () => {
    const newest = ['Gardien', 'Jardinier', 'Vendeur', 'Verger (chef)', 'Verger'];
    expect(await titles('first: 10')).toEqual(newest);
    expect(await titles('orderBy: RELEVANCE')).toEqual(newest);
  });

  it('goes on from a cursor where it was, also after better matches have come', async () => {
    const page = async (after: string | null) => {
      const { jobs } = await server.client().data<{
        jobs: { edges: { cursor: string; node: { title: string } }[] };
      }>('query ($after: String) { jobs(first: 2, after: $after, search: "verger") { edges { cursor node { title } } } }', {
        after,
      });
      return jobs.edges;
    };
    const first = await page(null);
    const [id] = await insertJobs(server, baobab, [{ title: 'Verger verger', description: 'Verger.' }]);
    const second = await page(first[1]?.cursor ?? null);
    expect([...first, ...second].map(({ node }) => node.title)).toEqual(BEST_FIRST);
    expect(id).toBeDefined();
    expect((await titles('first: 1, search: "verger"'))[0]).toBe('Verger verger');
  });

  it('refuses the cursor of another order', async () => {
    const { jobs } = await server
      .client()
      .data<{ jobs: { pageInfo: { endCursor: string } } }>('{ jobs(first: 1) { pageInfo { endCursor } } }');
    const query = 'query ($after: String) { jobs(after: $after, search: "verger") { totalCount } }';
    expect(await server.client().errorCode(query, { after: jobs.pageInfo.endCursor })).toBe('BAD_USER_INPUT');
  });
});
