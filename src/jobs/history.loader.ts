import { sql } from 'kysely';
import { defineLoader, groupedBy } from '../graphql/loader.js';
import { JobEvent } from './job-event.entity.js';

/** The changes of a job's status, oldest first. */
export const historyOfJob = defineLoader<string, JobEvent[]>(async ({ db }, jobIds) => {
  const rows = await db.rows(sql<JobEvent>`
    select ${db.columns.list(JobEvent, 'e')} from job_events e
    where e.job_id = any(${jobIds}::uuid[]) order by e.at, e.id`);
  return groupedBy(jobIds, rows, (event) => event.jobId);
});
