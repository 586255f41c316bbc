import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sql, type RawBuilder } from 'kysely';
import { foldRowCounts } from '../../src/dashboard/fold-row-counts.js';
import { closeExpiredJobs } from '../../src/jobs/close-expired-jobs.js';
import { DAY } from '../../src/platform/clock.js';
import { setActive } from '../support/accounts.js';
import { act } from '../support/act.js';
import { insertJobs } from '../support/job-rows.js';
import { signUp, signUpWithCompany, type EmployerWithCompany } from '../support/people.js';
import { createJob, publishedJob } from '../support/recruitment.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const KIND_OF = {
  jobs: sql`status`,
  users: sql`role || case when is_active then ' active' else ' inactive' end`,
};

type Totals = Record<string, number> | null;

describe('the totals by kind', () => {
  let server: TestServer;
  let employer: EmployerWithCompany;
  beforeEach(async () => {
    server = await startTestServer();
    employer = await signUpWithCompany(server);
  });
  afterEach(() => server.stop());

  /** What is kept, found to be what is there in the same snapshot. */
  async function exactTotals(table: keyof typeof KIND_OF): Promise<Totals> {
    const byKind = (from: RawBuilder<unknown>) => sql`
      (select jsonb_object_agg(kind, total) filter (where total <> 0) from (${from}) kinds)`;
    const row = await server.db.row(sql<{ kept: Totals; counted: Totals }>`
      select ${byKind(sql`
        select kind, sum(change) as total from (
          select table_name, kind, total as change from row_counts
          union all select table_name, kind, change from row_count_changes
        ) changes where table_name = ${table} group by kind`)} as kept,
      ${byKind(sql`
        select ${KIND_OF[table]} as kind, count(*) as total from ${sql.table(table)} group by 1`)} as counted`);
    expect(row?.kept).toEqual(row?.counted);
    return row?.kept ?? null;
  }

  it('follow jobs from one status to the next', async () => {
    await createJob(employer);
    const [closed, archived] = [await publishedJob(employer), await publishedJob(employer)];
    await publishedJob(employer);
    for (const jobId of [closed, archived]) await act(employer.client, 'closeJob', { jobId });
    await act(employer.client, 'archiveJob', { jobId: archived });
    expect(await exactTotals('jobs')).toEqual({ DRAFT: 1, PUBLISHED: 1, CLOSED: 1, ARCHIVED: 1 });
  });

  it('follow jobs that come, expire and are deleted many at once', async () => {
    const soon = new Date(server.clock.now().getTime() + DAY).toISOString();
    await insertJobs(server, employer, [
      {},
      { expires_at: soon },
      { expires_at: soon },
      { expires_at: soon },
    ]);
    expect(await exactTotals('jobs')).toEqual({ PUBLISHED: 4 });
    server.clock.advance(2 * DAY);
    await closeExpiredJobs(server.db, server.clock.now());
    expect(await exactTotals('jobs')).toEqual({ PUBLISHED: 1, CLOSED: 3 });
    await foldRowCounts(server.db, 0);
    expect(await exactTotals('jobs')).toEqual({ PUBLISHED: 1, CLOSED: 3 });
    await server.db.rows(sql<object>`delete from companies`);
    expect(await exactTotals('jobs')).toBeNull();
  });

  it('follow users who sign up, are deactivated and activated, and leave', async () => {
    const [staying, leaving] = [await signUp(server, 'CANDIDATE'), await signUp(server, 'CANDIDATE')];
    await setActive(server, staying.email, false);
    await setActive(server, employer.email, false);
    await setActive(server, employer.email, true);
    expect(await exactTotals('users')).toEqual({
      'CANDIDATE active': 1,
      'CANDIDATE inactive': 1,
      'EMPLOYER active': 1,
    });
    await server.db.rows(sql<object>`delete from users where email = ${leaving.email}`);
    expect(await exactTotals('users')).toEqual({ 'CANDIDATE inactive': 1, 'EMPLOYER active': 1 });
  });

  it('are written down only when a kind changes', async () => {
    const jobId = await publishedJob(employer);
    await foldRowCounts(server.db, 0);
    const updated = await act(employer.client, 'updateJob', { jobId, title: 'Maçon' });
    expect(updated.error).toBeUndefined();
    await server.db.rows(sql<object>`update jobs set applications_count = 7, status = status`);
    expect(
      await server.db.rows(sql<object>`select from row_count_changes where table_name = 'jobs'`),
    ).toEqual([]);
  });
});
