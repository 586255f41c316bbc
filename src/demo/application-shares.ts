import { at } from './at.js';
import { applicationWindow } from './application-window.js';
import type { JobPlan } from './job-plan.js';
import { Kind } from './kinds.js';
import type { PeoplePlan } from './people-plan.js';
import { Random } from './random.js';

/** Gives every job its number of applications: a known employer's jobs share exactly theirs, the others the rest. */
export function shareOutApplications(people: PeoplePlan, jobs: JobPlan): void {
  const known = people.counts.knownEmployers;
  let rest = people.counts.applications;
  known.forEach(({ applications }, employer) => {
    share(people, jobs, applications, (author) => author === employer);
    rest -= applications;
  });
  share(people, jobs, rest, (author) => author >= known.length);
}

/** The longer a job takes applications, and the more it attracts, the more it gets. */
function share(
  people: PeoplePlan,
  jobs: JobPlan,
  applications: number,
  isOurs: (author: number) => boolean,
): void {
  const sums = new Float64Array(jobs.count);
  let total = 0;
  for (let job = 0; job < jobs.count; job += 1) {
    if (isOurs(at(jobs.author, job))) total += attraction(people, jobs, job);
    sums[job] = total;
  }
  const random = Random.of(Kind.PLAN, -1);
  for (let nth = 0; nth < applications; nth += 1) {
    const job = firstAbove(sums, random.fraction() * total);
    jobs.applications[job] = at(jobs.applications, job) + 1;
  }
}

function attraction(people: PeoplePlan, jobs: JobPlan, job: number): number {
  const { from, to } = applicationWindow(jobs, job, people.now);
  if (to <= from) return 0;
  const popularity = 0.3 - Math.log(1 - Random.of(Kind.JOB_TEXT, job).fraction());
  return Math.sqrt(to - from) * popularity;
}

/** Index of the first of these ascending numbers that is above `value`. */
function firstAbove(ascending: Float64Array, value: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (at(ascending, middle) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
