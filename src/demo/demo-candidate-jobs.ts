import { at } from './at.js';
import { DEMO_FAMILY } from './candidate.js';
import { applicationWindow } from './application-window.js';
import { familyNumber } from './families.js';
import type { JobPlan } from './job-plan.js';
import type { ApplicationStatusName } from './journey.js';
import { DAY, type Seconds } from './time.js';

/** The demo employer is the first one. */
const DEMO_EMPLOYER = 0;

/** What the demo candidate sent: how many days ago, how it stands, and whether to the demo employer. */
const DEMO_APPLICATIONS: readonly {
  daysAgo: number;
  status: ApplicationStatusName;
  toDemoEmployer: boolean;
}[] = [
  { daysAgo: 71.3, status: 'REJECTED', toDemoEmployer: false },
  { daysAgo: 58.6, status: 'ACCEPTED', toDemoEmployer: false },
  { daysAgo: 44.2, status: 'WITHDRAWN', toDemoEmployer: false },
  { daysAgo: 33.8, status: 'INTERVIEW', toDemoEmployer: true },
  { daysAgo: 21.4, status: 'INTERVIEW', toDemoEmployer: false },
  { daysAgo: 12.7, status: 'SHORTLISTED', toDemoEmployer: false },
  { daysAgo: 6.1, status: 'VIEWED', toDemoEmployer: true },
  { daysAgo: 1.4, status: 'APPLIED', toDemoEmployer: false },
];

/** An application of the demo candidate. */
export interface DemoApplication {
  appliedAt: Seconds;
  status: ApplicationStatusName;
}

/**
 * The jobs the demo candidate applied to, by number. Each had just opened, has an application to spare and, if there
 * is one, is of the candidate's profession.
 */
export function chooseDemoCandidateJobs(
  jobs: JobPlan,
  families: Uint8Array,
  now: Seconds,
): Map<number, DemoApplication> {
  const chosen = new Map<number, DemoApplication>();
  const family = familyNumber(DEMO_FAMILY);
  for (const { daysAgo, status, toDemoEmployer } of DEMO_APPLICATIONS) {
    const appliedAt = now - Math.floor(daysAgo * DAY);
    const fits = (job: number) =>
      (at(jobs.author, job) === DEMO_EMPLOYER) === toDemoEmployer &&
      !chosen.has(job) &&
      at(jobs.applications, job) > 0 &&
      isOpen(jobs, job, appliedAt, now);
    const found = newest(jobs, (job) => at(families, job) === family && fits(job)) ?? newest(jobs, fits);
    if (found !== null) chosen.set(found, { appliedAt, status });
  }
  return chosen;
}

function isOpen(jobs: JobPlan, job: number, time: Seconds, now: Seconds): boolean {
  const { from, to } = applicationWindow(jobs, job, now);
  return from <= time && time < to;
}

function newest(jobs: JobPlan, fits: (job: number) => boolean): number | null {
  for (let job = jobs.count - 1; job >= 0; job -= 1) if (fits(job)) return job;
  return null;
}
