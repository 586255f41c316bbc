import { at } from './at.js';
import type { JobPlan, JobStatusName } from './job-plan.js';
import type { Seconds } from './time.js';

/** One entry of a job's history. */
export interface JobStep {
  from: JobStatusName | null;
  to: JobStatusName;
  at: Seconds;
}

/** The history of a job, as far as it went. */
export function jobSteps(jobs: JobPlan, job: number): JobStep[] {
  const steps: JobStep[] = [
    { from: null, to: 'DRAFT', at: at(jobs.createdAt, job) },
    { from: 'DRAFT', to: 'PUBLISHED', at: at(jobs.postedAt, job) },
    { from: 'PUBLISHED', to: 'CLOSED', at: at(jobs.closedAt, job) },
    { from: 'CLOSED', to: 'ARCHIVED', at: at(jobs.archivedAt, job) },
  ];
  return steps.filter((step) => step.at > 0);
}

/** When the last step was taken. */
export function lastChange(steps: JobStep[]): Seconds {
  return Math.max(...steps.map((step) => step.at));
}
