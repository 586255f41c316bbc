import { at } from './at.js';
import { DEMO_CANDIDATE } from './candidate.js';
import { CandidateChooser } from './candidate-chooser.js';
import { familiesOfJobs } from './families.js';
import { chooseDemoCandidateJobs, type DemoApplication } from './demo-candidate-jobs.js';
import { shareOutApplications } from './application-shares.js';
import { applicationWindow } from './application-window.js';
import type { JobPlan } from './job-plan.js';
import { journeyOf, journeyTo, type Step } from './journey.js';
import { Kind } from './kinds.js';
import type { PeoplePlan } from './people-plan.js';
import { Random } from './random.js';
import { sortKeys } from './sort-keys.js';
import type { Seconds } from './time.js';

/** Who applied to which job and when, oldest first. */
export class ApplicationPlan {
  readonly job: Uint32Array;
  readonly candidate: Uint32Array;
  readonly appliedAt: Uint32Array;

  constructor(
    readonly count: number,
    private readonly now: Seconds,
    private readonly demoApplications: ReadonlyMap<number, DemoApplication>,
  ) {
    this.job = new Uint32Array(count);
    this.candidate = new Uint32Array(count);
    this.appliedAt = new Uint32Array(count);
  }

  /** Every step of an application; made anew each time, because keeping them all would take too much memory. */
  historyOf(application: number): Step[] {
    const appliedAt = at(this.appliedAt, application);
    if (at(this.candidate, application) === DEMO_CANDIDATE) {
      const demo = this.demoApplications.get(at(this.job, application));
      if (demo) return journeyTo(demo.status, appliedAt, this.now);
    }
    return journeyOf(application, appliedAt, this.now);
  }
}

/** Decides all applications, and writes each job's number of them into the plan of the jobs. */
export function planApplications(people: PeoplePlan, jobs: JobPlan): ApplicationPlan {
  const { counts, now } = people;
  shareOutApplications(people, jobs);
  const families = familiesOfJobs(people, jobs);
  const chooser = new CandidateChooser(people);
  const demo = chooseDemoCandidateJobs(jobs, families, now);
  const drawn = new ApplicationPlan(counts.applications, now, demo);
  let next = 0;
  for (let job = 0; job < jobs.count; job += 1) {
    next = drawApplications(drawn, next, {
      now,
      jobs,
      job,
      chooser,
      family: at(families, job),
      demo: demo.get(job),
    });
  }
  return inOrderOfTime(drawn, new ApplicationPlan(counts.applications, now, demo));
}

interface JobDraw {
  now: Seconds;
  jobs: JobPlan;
  job: number;
  chooser: CandidateChooser;
  family: number;
  demo: DemoApplication | undefined;
}

/** The applications to one job, each by another candidate; most come soon after it was posted. */
function drawApplications(plan: ApplicationPlan, first: number, draw: JobDraw): number {
  const { now, jobs, job, chooser, family, demo } = draw;
  const random = Random.of(Kind.APPLICATION, job);
  const { from, to } = applicationWindow(jobs, job, now);
  const taken = new Set<number>();
  const end = first + at(jobs.applications, job);
  for (let index = first; index < end; index += 1) {
    const isDemo = demo !== undefined && index === first;
    const appliedAt = isDemo ? demo.appliedAt : from + Math.floor((to - from) * random.fraction() ** 1.4);
    plan.job[index] = job;
    plan.appliedAt[index] = appliedAt;
    plan.candidate[index] = isDemo ? DEMO_CANDIDATE : chooser.choose(family, appliedAt, taken, random);
  }
  return end;
}

function inOrderOfTime(drawn: ApplicationPlan, ordered: ApplicationPlan): ApplicationPlan {
  const order = sortKeys(drawn.count, (index) => at(drawn.appliedAt, index));
  for (let index = 0; index < ordered.count; index += 1) {
    const source = at(order, index);
    ordered.job[index] = at(drawn.job, source);
    ordered.candidate[index] = at(drawn.candidate, source);
    ordered.appliedAt[index] = at(drawn.appliedAt, source);
  }
  return ordered;
}
