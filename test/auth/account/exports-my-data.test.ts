import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { exportSections } from '../../../src/auth/account/export-sections.js';
import { Role } from '../../../src/graphql/role.js';
import { clientAt, signIn } from '../../support/accounts.js';
import { signUp, signUpWithCompany, type Person } from '../../support/people.js';
import { apply, move, publishedJob } from '../../support/recruitment.js';
import { countStatements } from '../../support/statement-count.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';
import { uuidIn } from '../../support/uuid-in.js';

type Export = Record<string, Record<string, unknown>[]>;

/** Tables without a person's data in them, or with what is somebody else's. */
const ELSEWHERE: Record<string, string> = {
  application_notes: 'what a company writes about candidates, for its own eyes',
  company_logo_uploads: 'announcements of a company, gone within the hour',
  file_removals: 'names of files that are about to go',
  job_search: 'a copy of public jobs, made for searching',
  job_words: 'words of public jobs',
  migrations: 'about the database',
  provider_sign_ins: 'of somebody who is not known yet',
  row_count_changes: 'numbers',
  row_counts: 'numbers',
};

describe('exportMyData', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startTestServer();
  });
  afterEach(() => server.stop());

  async function exportOf({ client }: Pick<Person, 'client'>): Promise<Export> {
    return (await client.data<{ exportMyData: Export }>('{ exportMyData }')).exportMyData;
  }

  it('has every table with data about people in it', async () => {
    const tables = await server.db.rows(sql<{ name: string }>`
      select tablename as name from pg_tables where schemaname = 'public' order by 1`);
    const viewer = { userId: 'a', sessionId: 'b', email: 'c', firstName: 'd', lastName: 'e' };
    const exported = exportSections({ ...viewer, role: Role.ADMIN }).map(({ table }) => table);
    expect([...new Set(exported), ...Object.keys(ELSEWHERE)].toSorted()).toEqual(
      tables.map(({ name }) => name),
    );
  });

  it('tells a candidate all that is held about them', async () => {
    const employer = await signUpWithCompany(server);
    const candidate = await signUp(server, 'CANDIDATE');
    const applicationId = await apply(candidate, await publishedJob(employer));
    await move(employer, applicationId, 'INTERVIEW');
    await server.db.rows(sql`update applications set rating = 4 where id = ${uuidIn(applicationId)}`);
    await signIn(server, candidate.email);

    const data = await exportOf(candidate);
    expect(data).toMatchObject({
      exportedAt: expect.stringMatching(/^\d{4}-.*Z$/),
      users: [{ id: uuidIn(candidate.id), email: candidate.email, role: 'CANDIDATE' }],
      candidates: [{ userId: uuidIn(candidate.id) }],
      applications: [{ id: uuidIn(applicationId), status: 'INTERVIEW' }],
      notifications: [{ type: 'STATUS_CHANGE' }],
      employers: [],
      jobs: [],
    });
    expect(data['sessions']).toHaveLength(2);
    expect(data['emailConfirmations']).toHaveLength(1);
    expect(data['applicationEvents']?.map(({ to }) => to).toSorted()).toEqual(['APPLIED', 'INTERVIEW']);
    const text = JSON.stringify(data);
    expect(text).not.toMatch(/rating|hash|\$2[aby]\$/i);
  });

  it('tells an employer about their company and jobs', async () => {
    const employer = await signUpWithCompany(server);
    const jobId = await publishedJob(employer);
    expect(await exportOf(employer)).toMatchObject({
      employers: [{ companyId: uuidIn(employer.companyId), isCompanyAdmin: true }],
      companies: [{ id: uuidIn(employer.companyId) }],
      jobs: [{ id: uuidIn(jobId) }],
      jobEvents: [expect.anything(), expect.anything()],
      candidates: [],
    });
  });

  it('has nothing of anybody else', async () => {
    const employer = await signUpWithCompany(server);
    const others = [await signUp(server, 'CANDIDATE'), await signUp(server, 'CANDIDATE')];
    const jobId = await publishedJob(employer);
    for (const other of others) await apply(other, jobId);
    const me = await signUp(server, 'CANDIDATE');
    const text = JSON.stringify(await exportOf(me));
    for (const { id, email } of [...others, employer]) {
      expect(text).not.toContain(uuidIn(id));
      expect(text).not.toContain(email);
    }
  });

  it('is one statement beside the one that finds the viewer', async () => {
    const candidate = await signUp(server, 'CANDIDATE');
    expect(await countStatements(() => exportOf(candidate))).toHaveLength(2);
  });

  it('is for the signed-in only', async () => {
    expect(await clientAt(server).errorCode('{ exportMyData }')).toBe('UNAUTHENTICATED');
  });
});
