import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { insertJobs } from '../support/job-rows.js';
import { colleagueOf, signUpAdmin } from '../support/members.js';
import { signUp, signUpWithCompany, type EmployerWithCompany } from '../support/people.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { uuidIn } from '../support/uuid-in.js';
import { idsOf, walkBackward, walkForward } from '../support/walk-pages.js';

const HOUR = 3_600_000;

const QUERY = `query ($search: String, $filter: CompanyJobFilter, $orderBy: CompanyJobOrder) {
  companyJobs(search: $search, filter: $filter, orderBy: $orderBy, first: 100) {
    totalCount edges { node { title status } }
  }
}`;

interface Listed {
  totalCount: number;
  edges: { node: { title: string; status: string } }[];
}

describe("the jobs of one's company", () => {
  let server: TestServer;
  let employer: EmployerWithCompany;
  let colleague: EmployerWithCompany;
  beforeAll(async () => {
    server = await startTestServer();
    employer = await signUpWithCompany(server);
    colleague = await colleagueOf(server, employer, { canCreateJobs: false, canManageCandidates: false });
    const ago = (hours: number) => new Date(server.clock.now().getTime() - hours * HOUR).toISOString();
    await insertJobs(server, employer, [
      { title: 'Comptable', created_at: ago(1), updated_at: ago(1), applications_count: 2 },
      { title: 'Développeur', created_at: ago(2), updated_at: ago(0), status: 'DRAFT', posted_at: null },
      { title: 'Chef 100%', created_at: ago(3), updated_at: ago(2), applications_count: 9, status: 'CLOSED' },
    ]);
    const [orphan = ''] = await insertJobs(server, colleague, [
      { title: 'Orphelin', created_at: ago(5), updated_at: ago(4), expires_at: ago(1) },
      { title: 'Archiviste', created_at: ago(4), updated_at: ago(3), status: 'ARCHIVED' },
    ]);
    await server.db.rows(sql<object>`update jobs set employer_id = null where id = ${uuidIn(orphan)}`);
    await insertJobs(server, await signUpWithCompany(server), [{ title: 'Of another company' }]);
  });
  afterAll(() => server.stop());

  async function titles(variables: Record<string, unknown> = {}, { client } = employer): Promise<string[]> {
    const { companyJobs } = await client.data<{ companyJobs: Listed }>(QUERY, variables);
    expect(companyJobs.totalCount).toBe(companyJobs.edges.length);
    return companyJobs.edges.map(({ node }) => node.title);
  }

  it('are all there for every member, in any status, the latest first', async () => {
    const all = ['Comptable', 'Développeur', 'Chef 100%', 'Archiviste', 'Orphelin'];
    expect(await titles()).toEqual(all);
    expect(await titles({}, colleague)).toEqual(all);
  });

  it('come in the order asked for', async () => {
    expect(await titles({ orderBy: 'LAST_CHANGE' })).toEqual([
      'Développeur',
      'Comptable',
      'Chef 100%',
      'Archiviste',
      'Orphelin',
    ]);
    expect((await titles({ orderBy: 'APPLICATIONS' })).slice(0, 2)).toEqual(['Chef 100%', 'Comptable']);
  });

  it('may be those of some status, of one author, or with a word in the title', async () => {
    expect(await titles({ filter: { status: ['DRAFT', 'ARCHIVED'] } })).toEqual([
      'Développeur',
      'Archiviste',
    ]);
    expect(await titles({ filter: { mine: true } })).toEqual(['Comptable', 'Développeur', 'Chef 100%']);
    expect(await titles({ filter: { mine: false } })).toEqual(['Archiviste', 'Orphelin']);
    expect(await titles({ filter: { mine: true } }, colleague)).toEqual(['Archiviste']);
    expect(await titles({ search: 'developpEUR' })).toEqual(['Développeur']);
    expect(await titles({ search: '0%' })).toEqual(['Chef 100%']);
    expect(await titles({ search: '_' })).toEqual([]);
    expect(await titles({ search: ' c', filter: { mine: true, status: ['PUBLISHED'] } })).toEqual([
      'Comptable',
    ]);
    expect(await titles({ filter: { status: [] } })).toEqual([]);
  });

  it('are walked in both directions in any order', async () => {
    const other = await signUpWithCompany(server);
    const ids = await insertJobs(
      server,
      other,
      Array.from({ length: 7 }, (_, index) => ({ applications_count: index % 2 })),
    );
    for (const order of ['NEWEST', 'LAST_CHANGE', 'APPLICATIONS']) {
      const list = { client: other.client, field: 'companyJobs', args: `orderBy: ${order}` };
      const forward = (await walkForward(list, 2)).flatMap(idsOf);
      expect(forward.toSorted()).toEqual(ids.toSorted());
      expect((await walkBackward(list, 3)).toReversed().flatMap(idsOf)).toEqual(forward);
    }
  });

  it('are nobody else’s to list', async () => {
    const withoutCompany = await signUp(server, 'EMPLOYER');
    for (const { client } of [withoutCompany, await signUp(server, 'CANDIDATE'), await signUpAdmin(server)])
      expect(await client.errorCode(QUERY)).toBe('FORBIDDEN');
    expect(await server.client().errorCode(QUERY)).toBe('UNAUTHENTICATED');
    expect(await titles({}, await signUpWithCompany(server))).toEqual([]);
  });

  it('are not looked for with a text too long', async () => {
    expect(await employer.client.errorCode(QUERY, { search: 'x'.repeat(201) })).toBe('BAD_USER_INPUT');
  });
});
