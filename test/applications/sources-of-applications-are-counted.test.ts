import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { insertApplications, insertCandidates } from '../support/application-rows.js';
import { insertJobs } from '../support/job-rows.js';
import { colleagueOf, signUpAdmin } from '../support/members.js';
import { signUp, signUpWithCompany, type EmployerWithCompany } from '../support/people.js';
import { countStatements } from '../support/statement-count.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const SOURCES = 'query ($jobId: ID) { applicationSources(jobId: $jobId) { source count share } }';

interface Answer {
  applicationSources: { source: string; count: number; share: number }[];
}

describe('the sources of applications', () => {
  let server: TestServer;
  let employer: EmployerWithCompany;
  let stranger: EmployerWithCompany;
  let jobs: string[];
  let foreignJob: string;
  beforeAll(async () => {
    server = await startTestServer();
    employer = await signUpWithCompany(server);
    stranger = await signUpWithCompany(server, 'Iroko');
    jobs = await insertJobs(server, employer, [{}, {}, {}]);
    [foreignJob = ''] = await insertJobs(server, stranger, [{}]);
    const [first = '', second = ''] = jobs;
    const sent: [string, string, string][] = [
      [first, 'LINKEDIN', 'APPLIED'],
      [first, 'LINKEDIN', 'WITHDRAWN'],
      [first, 'DIRECT', 'VIEWED'],
      [second, 'DIRECT', 'REJECTED'],
      [second, 'DIRECT', 'ACCEPTED'],
      [second, 'WHATSAPP', 'VIEWED'],
      [second, 'LINKEDIN', 'VIEWED'],
      [second, 'DIRECT', 'VIEWED'],
      [foreignJob, 'FACEBOOK', 'VIEWED'],
    ];
    const candidates = await insertCandidates(server, sent.length);
    await insertApplications(
      server,
      sent.map(([jobId, source, status], index) => ({
        candidate: candidates[index] ?? '',
        jobId,
        columns: { source, status },
      })),
    );
  });
  afterAll(() => server.stop());

  const sources = async (jobId?: string) =>
    (await employer.client.data<Answer>(SOURCES, { jobId })).applicationSources;

  it('are counted over all jobs of the company, the most frequent first, those without any too', async () => {
    expect(await sources()).toEqual([
      { source: 'DIRECT', count: 4, share: 0.5 },
      { source: 'LINKEDIN', count: 3, share: 0.375 },
      { source: 'WHATSAPP', count: 1, share: 0.125 },
      { source: 'EMAIL', count: 0, share: 0 },
      { source: 'FACEBOOK', count: 0, share: 0 },
      { source: 'OTHER', count: 0, share: 0 },
    ]);
  });

  it('are counted for one job', async () => {
    const found = await sources(jobs[0]);
    expect(found.slice(0, 2)).toEqual([
      { source: 'LINKEDIN', count: 2, share: expect.closeTo(2 / 3, 10) },
      { source: 'DIRECT', count: 1, share: expect.closeTo(1 / 3, 10) },
    ]);
    expect(found.slice(2).map(({ count }) => count)).toEqual([0, 0, 0, 0]);
  });

  it('have no share in nothing', async () => {
    const found = await sources(jobs[2]);
    expect(found).toHaveLength(6);
    for (const { count, share } of found) expect({ count, share }).toEqual({ count: 0, share: 0 });
  });

  it('are counted by one statement', async () => {
    const statements = await countStatements(() => sources());
    expect(statements.filter((text) => text.includes('applications a'))).toHaveLength(1);
    // The other one finds out who asks.
    expect(statements).toHaveLength(2);
  });

  it('of a job that is not of the company are not found', async () => {
    expect(await employer.client.errorCode(SOURCES, { jobId: foreignJob })).toBe('NOT_FOUND');
    expect(await stranger.client.errorCode(SOURCES, { jobId: jobs[0] })).toBe('NOT_FOUND');
    expect(await employer.client.errorCode(SOURCES, { jobId: employer.companyId })).toBe('BAD_USER_INPUT');
  });

  it('are for members who may manage candidates', async () => {
    for (const { client } of [
      await colleagueOf(server, employer, { canManageCandidates: false }),
      await signUp(server, 'EMPLOYER'),
      await signUp(server, 'CANDIDATE'),
      await signUpAdmin(server),
    ])
      for (const jobId of [undefined, jobs[0]])
        expect(await client.errorCode(SOURCES, { jobId })).toBe('FORBIDDEN');
    expect(await server.client().errorCode(SOURCES)).toBe('UNAUTHENTICATED');
    const colleague = await colleagueOf(server, employer);
    expect(await colleague.client.data(SOURCES)).toEqual({ applicationSources: await sources() });
  });
});
