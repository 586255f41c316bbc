import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { act } from '../support/act.js';
import { insertJobs } from '../support/job-rows.js';
import { signUpWithCompany, type EmployerWithCompany } from '../support/people.js';
import { createJob, publishedJob } from '../support/recruitment.js';
import { countStatements } from '../support/statement-count.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

interface Segment {
  text: string;
  isMatch: boolean;
}

interface Highlights {
  title: Segment[];
  description: Segment[];
}

interface Found {
  jobs: {
    searchedFor: string | null;
    edges: { node: { title: string }; highlights: Highlights | null }[];
  };
}

const SEARCH = `query ($search: String, $filter: JobFilter) {
  jobs(search: $search, filter: $filter) {
    searchedFor
    edges { node { title } highlights { title { text isMatch } description { text isMatch } } }
  }
}`;

const LONG = `${'Nous cherchons une personne sérieuse. '.repeat(40)}Elle tient la caisse.${' Merci de postuler.'.repeat(40)}`;

const MARKED = 'Un emploi <mark>de</mark> vendeur <i>motivé</i> & sérieux';

describe('a search', () => {
  let server: TestServer;
  let employer: EmployerWithCompany;
  beforeAll(async () => {
    server = await startTestServer();
    employer = await signUpWithCompany(server, 'Sahel Énergie');
    await insertJobs(server, employer, [
      { title: 'Infirmières de nuit', description: 'Des infirmières pour l’hôpital.' },
      { title: 'Caissier', description: LONG },
      { title: 'Engineer', description: 'You will be managing databases.' },
      {
        title: '<b>Vendeur</b> \uE000&\uE001 <script>alert(1)</script>',
        description: MARKED,
      },
    ]);
  });
  afterAll(() => server.stop());

  async function find(search: string | null, filter = {}): Promise<Found['jobs']> {
    return (await server.client().data<Found>(SEARCH, { search, filter })).jobs;
  }

  const matched = (segments: Segment[] = []) =>
    segments.filter(({ isMatch }) => isMatch).map(({ text }) => text);
  const whole = (segments: Segment[] = []) => segments.map(({ text }) => text).join('');

  it('marks the words it found in title and description, in any form and without accents', async () => {
    const [edge] = (await find('infirmiere')).edges;
    expect(edge?.highlights).toEqual({
      title: [
        { text: 'Infirmières', isMatch: true },
        { text: ' de nuit', isMatch: false },
      ],
      // Parts begin and end at words that say something.
      description: [
        { text: 'infirmières', isMatch: true },
        { text: ' pour l’hôpital', isMatch: false },
      ],
    });
  });

  it('marks English words as well', async () => {
    const [edge] = (await find('manage database')).edges;
    expect(matched(edge?.highlights?.description)).toEqual(['managing', 'databases']);
  });

  it('shows the part of a long description that matters', async () => {
    const [edge] = (await find('caisse')).edges;
    expect(matched(edge?.highlights?.description)).toEqual(['caisse']);
    expect(whole(edge?.highlights?.description).length).toBeLessThan(400);
  });

  it('hands out texts as they are, never markup of its own', async () => {
    const [edge] = (await find('vendeur')).edges;
    expect(whole(edge?.highlights?.title)).toBe('<b>Vendeur</b> & <script>alert(1)</script>');
    expect(matched(edge?.highlights?.title)).toEqual(['Vendeur']);
    expect(matched(edge?.highlights?.description)).toEqual(['vendeur']);
    // What looks like a tag is no word, and is left out of a part.
    expect(whole(edge?.highlights?.description)).toBe('emploi  de  vendeur  motivé  & sérieux');
  });

  it('has nothing to mark without words', async () => {
    const { edges } = await find(null);
    expect(edges).toHaveLength(4);
    expect(edges.map(({ highlights }) => highlights)).toEqual([null, null, null, null]);
  });

  it('marks a whole page with one statement', async () => {
    await insertJobs(
      server,
      employer,
      Array.from({ length: 15 }, (_, index) => ({ title: `Maçon ${index}` })),
    );
    const few = await countStatements(() => find('caisse'));
    const many = await countStatements(() => find('maçon'));
    expect(many).toHaveLength(few.length);
  });

  it.each([
    ['comptabel', 'Comptable', 'comptable'],
    ['Comtpable sahel', 'Comptable', 'comptable sahel'],
    ['"chef comptabel"', null, '"chef comptable"'],
    ['databsaes', 'Engineer', 'databases'],
    ['infirmeires nuit', 'Infirmières de nuit', 'infirmieres nuit'],
    ['mannaging', 'Engineer', 'managing'],
  ])('mends the typos of %j and says so', async (search, title, searchedFor) => {
    const id = await publishedJob(employer, { title: 'Comptable', description: 'Des comptes.' });
    const found = await find(search);
    await act(employer.client, 'closeJob', { jobId: id });
    expect(found.searchedFor).toBe(searchedFor);
    expect(found.edges.map(({ node }) => node.title)).toEqual(title === null ? [] : [title]);
    for (const { highlights } of found.edges)
      expect(matched([...(highlights?.title ?? []), ...(highlights?.description ?? [])])).not.toEqual([]);
  });

  it('mends nothing that somebody wrote, whatever the filter leaves of it', async () => {
    expect(await find('caissier')).toEqual(expect.objectContaining({ searchedFor: null }));
    expect(await find('caissier', { country: ['JP'] })).toEqual({ searchedFor: null, edges: [] });
  });

  it('learns no words from what is not public', async () => {
    await createJob(employer, { title: 'Ferronnier', description: 'Forger.' });
    expect(await find('feronnier')).toEqual({ searchedFor: null, edges: [] });
    const closed = await publishedJob(employer, { title: 'Tapissier', description: 'Coudre.' });
    expect((await find('tapisier')).searchedFor).toBe('tapissier');
    await act(employer.client, 'closeJob', { jobId: closed });
    expect(await find('tapisier')).toEqual({ searchedFor: null, edges: [] });
    const [expired] = await insertJobs(server, employer, [
      { title: 'Ramoneur', expires_at: new Date(server.clock.now().getTime() - 1000).toISOString() },
    ]);
    expect(expired).toBeDefined();
    expect(await find('ramonneur')).toEqual({ searchedFor: null, edges: [] });
  });
});
