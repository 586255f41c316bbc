import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { insertJobs } from '../support/job-rows.js';
import { signUpAdmin } from '../support/members.js';
import { signUpWithCompany, type EmployerWithCompany, type Person } from '../support/people.js';
import { countStatements } from '../support/statement-count.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const JOBS = `query ($search: String, $status: [JobStatus!], $companyId: ID, $orderBy: AdminJobOrder) {
  adminJobs(search: $search, status: $status, companyId: $companyId, orderBy: $orderBy, first: 100) {
    totalCount edges { node { title status company { name } history { to } } }
  }
}`;

interface JobsAnswer {
  adminJobs: { totalCount: number; edges: { node: { title: string } }[] };
}

describe('adminJobs', () => {
  let server: TestServer;
  let admin: Person;
  let iroko: EmployerWithCompany;
  beforeAll(async () => {
    server = await startTestServer();
    admin = await signUpAdmin(server);
    iroko = await signUpWithCompany(server, 'Iroko Énergie');
    const at = (created: number, updated: number) => ({
      created_at: `2026-03-01T10:00:0${created}Z`,
      updated_at: `2026-03-02T10:00:0${updated}Z`,
    });
    await insertJobs(server, iroko, [
      { title: 'Développeur', status: 'DRAFT', posted_at: null, ...at(1, 5) },
      { title: 'Comptable', status: 'PUBLISHED', ...at(2, 4) },
      { title: 'Comptable expiré', status: 'PUBLISHED', expires_at: '2026-03-02T00:00:00Z', ...at(3, 1) },
    ]);
    await insertJobs(server, await signUpWithCompany(server, 'Okoumé Bois'), [
      { title: 'Menuisier 50%', status: 'CLOSED', ...at(4, 3) },
      { title: 'Énergéticien', status: 'ARCHIVED', ...at(5, 2) },
    ]);
  });
  afterAll(() => server.stop());

  async function listed(variables: Record<string, unknown>): Promise<{ total: number; titles: string[] }> {
    const { adminJobs } = await admin.client.data<JobsAnswer>(JOBS, variables);
    return { total: adminJobs.totalCount, titles: adminJobs.edges.map(({ node }) => node.title) };
  }

  it('lists the jobs of all companies in every status, latest written first', async () => {
    expect(await listed({})).toEqual({
      total: 5,
      titles: ['Énergéticien', 'Menuisier 50%', 'Comptable expiré', 'Comptable', 'Développeur'],
    });
  });

  it('sorts by the latest change', async () => {
    expect((await listed({ orderBy: 'LAST_CHANGE' })).titles).toEqual([
      'Développeur',
      'Comptable',
      'Menuisier 50%',
      'Énergéticien',
      'Comptable expiré',
    ]);
  });

  it.each([
    ['developpeur', ['Développeur']],
    ['COMPTABLE', ['Comptable expiré', 'Comptable']],
    ['50%', ['Menuisier 50%']],
    ['okoume', ['Énergéticien', 'Menuisier 50%']],
    ['energ', ['Énergéticien', 'Comptable expiré', 'Comptable', 'Développeur']],
    ['nothing', []],
  ])('finds %j in titles and names of companies', async (search, titles) => {
    expect(await listed({ search })).toEqual({ total: titles.length, titles });
  });

  it('filters by status and by company', async () => {
    expect((await listed({ status: ['DRAFT', 'ARCHIVED'] })).titles).toEqual(['Énergéticien', 'Développeur']);
    expect((await listed({ status: [] })).titles).toEqual([]);
    const { companyId } = iroko;
    expect((await listed({ companyId, status: ['PUBLISHED'] })).titles).toEqual([
      'Comptable expiré',
      'Comptable',
    ]);
    expect((await listed({ companyId, search: 'menuisier' })).titles).toEqual([]);
  });

  it('refuses the id of something else', async () => {
    expect(await admin.client.errorCode(JOBS, { companyId: iroko.id })).toBe('BAD_USER_INPUT');
  });

  it('costs three statements beside the look-up of the viewer: jobs, companies, histories', async () => {
    expect(await countStatements(() => listed({ search: 'comptable' }))).toHaveLength(4);
  });
});
