import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { forgetOldViews } from '../../src/jobs/forget-old-views.js';
import type { GraphqlClient } from '../support/graphql-client.js';
import { forceJobStatus } from '../support/job-rows.js';
import { colleagueOf } from '../support/members.js';
import { signUp, signUpWithCompany, type EmployerWithCompany } from '../support/people.js';
import { createJob, publishedJob } from '../support/recruitment.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { uuidIn } from '../support/uuid-in.js';

const VIEW = `mutation ($jobId: ID!) {
  recordJobView(input: { jobId: $jobId }) { job { viewsCount } userErrors { code field } }
}`;
const DAY = 86_400_000;

describe('opening a job', () => {
  let server: TestServer;
  let employer: EmployerWithCompany;
  beforeAll(async () => {
    server = await startTestServer();
  });
  // Some tests let the day pass, and with it the sign-in.
  beforeEach(async () => {
    employer = await signUpWithCompany(server);
  });
  afterAll(() => server.stop());

  /** What the answer says the count is; the codes of what was wrong otherwise. */
  async function view(client: GraphqlClient, jobId: string): Promise<number | string[] | undefined> {
    const { recordJobView } = await client.data<{
      recordJobView: { job: { viewsCount: number } | null; userErrors: { code: string }[] };
    }>(VIEW, { jobId });
    return recordJobView.job?.viewsCount ?? recordJobView.userErrors.map(({ code }) => code);
  }

  const stored = (jobId: string) =>
    server.db.row(sql<{ views: number; updatedAt: Date }>`
      select views_count as views, updated_at as "updatedAt" from jobs where id = ${uuidIn(jobId)}`);

  it('counts once for each viewer, signed in or not', async () => {
    const jobId = await publishedJob(employer);
    const candidate = await signUp(server, 'CANDIDATE');
    const anonymous = server.client();
    expect(await view(candidate.client, jobId)).toBe(1);
    expect(await view(candidate.client, jobId)).toBe(1);
    expect(await view(anonymous, jobId)).toBe(2);
    expect(await view(anonymous, jobId)).toBe(2);
    expect(await view(server.client(), jobId)).toBe(3);
    expect((await stored(jobId))?.views).toBe(3);
  });

  it('counts again the next day', async () => {
    const jobId = await publishedJob(employer);
    const viewer = server.client();
    expect(await view(viewer, jobId)).toBe(1);
    server.clock.advance(DAY);
    expect(await view(viewer, jobId)).toBe(2);
  });

  it('counts once when one viewer opens it many times at once, and each of many viewers', async () => {
    const jobId = await publishedJob(employer);
    const one = server.client();
    const others = Array.from({ length: 8 }, () => server.client());
    await Promise.all(
      [...Array.from({ length: 12 }, () => one), ...others].map((client) => view(client, jobId)),
    );
    expect((await stored(jobId))?.views).toBe(9);
  });

  it('never counts for the company', async () => {
    const jobId = await publishedJob(employer);
    const colleague = await colleagueOf(server, employer, { canCreateJobs: false });
    expect(await view(employer.client, jobId)).toBe(0);
    expect(await view(colleague.client, jobId)).toBe(0);
    const stranger = await signUpWithCompany(server, 'Iroko');
    expect(await view(stranger.client, jobId)).toBe(1);
  });

  it('is no change of the job', async () => {
    const jobId = await publishedJob(employer);
    const before = await stored(jobId);
    await view(server.client(), jobId);
    expect((await stored(jobId))?.updatedAt).toEqual(before?.updatedAt);
  });

  it('is refused for what the viewer may not see, and counts for nothing that is not public', async () => {
    const draft = await createJob(employer);
    expect(await view(server.client(), draft)).toEqual(['NOT_FOUND']);
    expect(await view(employer.client, draft)).toBe(0);
    const closed = await publishedJob(employer);
    await forceJobStatus(server, closed, 'CLOSED');
    expect(await view(server.client(), closed)).toEqual(['NOT_FOUND']);
    expect((await stored(closed))?.views).toBe(0);
  });

  it('leaves nothing that tells who an anonymous viewer was, nor that two days had the same', async () => {
    const jobId = await publishedJob(employer);
    const viewer = server.client();
    const other = await publishedJob(employer);
    await view(viewer, jobId);
    await view(viewer, other);
    server.clock.advance(DAY);
    await view(viewer, jobId);
    const rows = await server.db.rows(sql<{ key: string; day: string }>`
      select viewer_key as key, viewed_on::text as day from job_views
      where job_id in (${uuidIn(jobId)}, ${uuidIn(other)}) order by viewed_on`);
    expect(rows).toHaveLength(3);
    expect(rows.every(({ key }) => /^[\w-]{43}$/.test(key))).toBe(true);
    expect(new Set(rows.slice(0, 2).map(({ key }) => key)).size).toBe(1);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(2);
  });

  it('is forgotten after the day is over, while its count stays', async () => {
    const jobId = await publishedJob(employer);
    const viewer = server.client();
    await view(viewer, jobId);
    const kept = () => server.db.rows(sql<object>`select from job_views where job_id = ${uuidIn(jobId)}`);
    await forgetOldViews(server.db, server.clock.now());
    expect(await kept()).toHaveLength(1);
    expect(await view(viewer, jobId)).toBe(1);
    server.clock.advance(2 * DAY);
    await forgetOldViews(server.db, server.clock.now());
    expect(await kept()).toHaveLength(0);
    expect((await stored(jobId))?.views).toBe(1);
  });
});
