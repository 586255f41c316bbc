import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { globalId } from '../../src/graphql/ids.js';
import { insertRows } from './insert-rows.js';
import type { EmployerWithCompany } from './people.js';
import type { TestServer } from './test-server.js';
import { uuidIn } from './uuid-in.js';

/** Columns of the table jobs. */
export type JobColumns = Record<string, string | number | boolean | null>;

/** Inserts published jobs of an employer, with the columns given, and answers their ids in the same order. */
export async function insertJobs(
  server: TestServer,
  employer: EmployerWithCompany,
  jobs: readonly JobColumns[],
): Promise<string[]> {
  const [author] = await server.db.rows(sql<{ id: string }>`
    select id from employers where user_id = ${uuidIn(employer.id)}`);
  const rows = jobs.map((columns, index) => ({
    id: uuidv7(),
    created_at: server.clock.now().toISOString(),
    updated_at: server.clock.now().toISOString(),
    company_id: uuidIn(employer.companyId),
    employer_id: author?.id,
    title: `Job ${index}`,
    description: 'Some work.',
    type: 'FULL_TIME',
    location_type: 'ON_SITE',
    location: null,
    country: null,
    language: null,
    salary_min: null,
    salary_max: null,
    currency: 'XAF',
    salary_period: 'MONTH',
    status: 'PUBLISHED',
    is_featured: false,
    views_count: 0,
    applications_count: 0,
    posted_at: server.clock.now().toISOString(),
    expires_at: null,
    ...columns,
  }));
  await insertRows(server.db, 'jobs', rows);
  return rows.map((row) => globalId('Job', row.id));
}

export interface JobEventRow {
  from: string | null;
  to: string;
}

/** The history of a job, oldest first. */
export function eventsOfJob(server: TestServer, jobId: string): Promise<JobEventRow[]> {
  return server.db.rows(sql<JobEventRow>`
    select from_status as "from", to_status as "to" from job_events
    where job_id = ${uuidIn(jobId)} order by at, id`);
}

/** Sets the status of a job by SQL, past the rules. */
export async function forceJobStatus(server: TestServer, jobId: string, status: string): Promise<void> {
  await server.db.rows(sql<object>`
    update jobs set status = ${status}, posted_at = coalesce(posted_at, now()) where id = ${uuidIn(jobId)}`);
}
