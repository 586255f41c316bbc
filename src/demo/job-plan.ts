import type { JobStatus } from '../jobs/job.enums.js';
import { at } from './at.js';
import { Growth } from './growth.js';
import { Kind } from './kinds.js';
import type { PeoplePlan } from './people-plan.js';
import { Random } from './random.js';
import type { KnownEmployer } from './sizes.js';
import { DAY, HOUR, type Seconds } from './time.js';

/** Where a job can be in its life. */
export type JobStatusName = `${JobStatus}`;

/** What a known employer's jobs are, oldest first: every status appears. */
const KNOWN_STATUSES: readonly JobStatusName[] = [
  'ARCHIVED',
  'PUBLISHED',
  'PUBLISHED',
  'CLOSED',
  'PUBLISHED',
  'CLOSED',
  ...Array<JobStatusName>(5).fill('PUBLISHED'),
  'DRAFT',
];

/** Every job's owners and times. Times are 0 where there is none. */
export class JobPlan {
  readonly count: number;
  readonly author: Uint32Array;
  readonly createdAt: Uint32Array;
  readonly postedAt: Uint32Array;
  readonly closedAt: Uint32Array;
  readonly archivedAt: Uint32Array;
  readonly applications: Uint32Array;

  constructor(count: number) {
    this.count = count;
    this.author = new Uint32Array(count);
    this.createdAt = new Uint32Array(count);
    this.postedAt = new Uint32Array(count);
    this.closedAt = new Uint32Array(count);
    this.archivedAt = new Uint32Array(count);
    this.applications = new Uint32Array(count);
  }

  statusOf(job: number): JobStatusName {
    if (at(this.archivedAt, job) > 0) return 'ARCHIVED';
    if (at(this.closedAt, job) > 0) return 'CLOSED';
    return at(this.postedAt, job) > 0 ? 'PUBLISHED' : 'DRAFT';
  }
}

/** Lays out the jobs, oldest first; how many applications each gets is decided afterwards. */
export function planJobs(people: PeoplePlan): JobPlan {
  const { counts, now } = people;
  const plan = new JobPlan(counts.jobs);
  const growth = new Growth(counts.jobs, now, 175 * DAY, 6 * HOUR, 1.25);
  const known = placeKnownEmployers(counts.knownEmployers, counts.jobs);
  for (let job = 0; job < counts.jobs; job += 1) {
    const random = Random.of(Kind.PLAN, job);
    const createdAt = growth.since(job);
    const knownJob = known.get(job);
    plan.createdAt[job] = createdAt;
    plan.author[job] = knownJob?.employer ?? chooseAuthor(people, createdAt, random);
    planLife(plan, job, knownJob?.status ?? chooseStatus(now - createdAt, random), now, random);
  }
  return plan;
}

interface KnownJob {
  employer: number;
  status: JobStatusName;
}

/** Which jobs belong to known employers: theirs are spread evenly over the whole time. */
function placeKnownEmployers(employers: readonly KnownEmployer[], jobs: number): Map<number, KnownJob> {
  const places = new Map<number, KnownJob>();
  employers.forEach(({ jobs: own }, employer) => {
    for (let nth = 0; nth < own; nth += 1) {
      let place = Math.floor(((nth + 0.5) * jobs) / own);
      while (places.has(place)) place = (place + 1) % jobs;
      const status = at(KNOWN_STATUSES, Math.floor((nth * KNOWN_STATUSES.length) / own));
      places.set(place, { employer, status });
    }
  });
  return places;
}

/** Someone of a company that existed then, who may create jobs and is not one of the known employers. */
function chooseAuthor(people: PeoplePlan, time: Seconds, random: Random): number {
  const { counts } = people;
  for (;;) {
    const company = random.int(0, people.companiesAt(time) - 1);
    const authors = people
      .employersOf(company)
      .filter(
        (employer) =>
          employer >= counts.knownEmployers.length &&
          people.canCreateJobs(employer) &&
          people.employerSince(employer) < time,
      );
    if (authors.length > 0) return random.pick(authors);
  }
}

function chooseStatus(age: number, random: Random): JobStatusName {
  const draw = random.int(0, 99);
  if (draw < 7) return 'DRAFT';
  if (draw < 21 && age > 20 * DAY) return 'CLOSED';
  if (draw < 32 && age > 60 * DAY) return 'ARCHIVED';
  return 'PUBLISHED';
}

/** Publication, closing and archiving of a job, as far as its status goes; all of it after its creation and before now. */
function planLife(plan: JobPlan, job: number, status: JobStatusName, now: Seconds, random: Random): void {
  if (status === 'DRAFT') return;
  const createdAt = at(plan.createdAt, job);
  const age = now - createdAt;
  const postedAt = createdAt + Math.min(random.int(HOUR, 2 * DAY), Math.floor(age / 4));
  plan.postedAt[job] = postedAt;
  if (status === 'PUBLISHED') return;
  const open = random.int(15, 60) * DAY + random.int(0, DAY);
  const closedAt = postedAt + Math.min(open, Math.floor((now - postedAt) * 0.8));
  plan.closedAt[job] = closedAt;
  if (status === 'CLOSED') return;
  plan.archivedAt[job] = closedAt + Math.min(random.int(5, 30) * DAY, Math.floor((now - closedAt) * 0.8));
}
