import { sql } from 'kysely';
import { defineLoader } from '../graphql/loader.js';
import { Role } from '../graphql/role.js';

/** Whether the viewing candidate has an application to a job, withdrawn ones aside; false for everybody else. */
export const hasAppliedTo = defineLoader<string, boolean>(async ({ db, viewer }, jobIds) => {
  if (viewer?.role !== Role.CANDIDATE) return jobIds.map(() => false);
  const rows = await db.rows(sql<{ jobId: string }>`
    select a.job_id as "jobId" from applications a
    where a.candidate_id = ${viewer.candidateId} and a.job_id = any(${jobIds}::uuid[]) and a.status <> 'WITHDRAWN'`);
  const applied = new Set(rows.map((row) => row.jobId));
  return jobIds.map((id) => applied.has(id));
});
