import { sql, type RawBuilder } from 'kysely';
import { Role } from '../graphql/role.js';
import type { Viewer } from '../graphql/viewer.js';
import type { Job } from './job.entity.js';
import { JobStatus } from './job.enums.js';

/** Published and not expired: anybody may see it, and candidates may apply. */
export function isPublic(job: Job, now: Date): boolean {
  return job.status === JobStatus.PUBLISHED && (job.expiresAt === null || job.expiresAt > now);
}

/** The same as isPublic, for statements; `alias` names the jobs table in them. */
export function publicJobs(alias: string, now: Date): RawBuilder<unknown> {
  return sql`${sql.ref(`${alias}.status`)} = 'PUBLISHED'
    and (${sql.ref(`${alias}.expires_at`)} is null or ${sql.ref(`${alias}.expires_at`)} > ${now})`;
}

/** The same once more, for statements on job_search, which holds published jobs only. */
export function listedJobs(alias: string, now: Date): RawBuilder<unknown> {
  return sql`(${sql.ref(`${alias}.expires_at`)} is null or ${sql.ref(`${alias}.expires_at`)} > ${now})`;
}

/**
 * How many jobs are public: of the published ones, whose total is kept, nobody may have closed the expired ones yet.
 * Without a lower bound the planner would expect a third of all and never keep a plan.
 */
export function countOfPublicJobs(now: Date): RawBuilder<unknown> {
  return sql`(row_count('jobs', 'PUBLISHED')
    - (select count(*) from jobs j where j.status = 'PUBLISHED' and j.expires_at between '-infinity' and ${now}))`;
}

/** Colleagues see every job of their company, whatever its status; so do administrators. */
export function seesEveryStatus(viewer: Viewer | null, job: Job): boolean {
  return viewer?.role === Role.ADMIN || isOfCompany(viewer, job);
}

/** Members of the company with the permission for it write, publish and close its jobs. */
export function mayEditJob(viewer: Viewer | null, job: Job): boolean {
  return viewer?.role === Role.EMPLOYER && viewer.canCreateJobs && isOfCompany(viewer, job);
}

/** Whose job it is: its author, wherever they work now, and everybody of its company. */
export function isOwnJob(viewer: Viewer | null, job: Job): boolean {
  return isOfCompany(viewer, job) || (viewer?.role === Role.EMPLOYER && viewer.employerId === job.employerId);
}

function isOfCompany(viewer: Viewer | null, job: Job): boolean {
  return viewer?.role === Role.EMPLOYER && viewer.companyId === job.companyId;
}
