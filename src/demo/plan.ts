import { planApplications, type ApplicationPlan } from './application-plan.js';
import { EventOrder } from './event-order.js';
import { planJobs, type JobPlan } from './job-plan.js';
import { PeoplePlan } from './people-plan.js';
import type { DemoCounts } from './sizes.js';
import type { Seconds } from './time.js';

/**
 * Everything that rows of different tables have to agree on: who, when, how many. It is all that stays in memory while
 * rows are made; names and texts are made with each row and forgotten.
 */
export interface Plan {
  now: Seconds;
  counts: DemoCounts;
  /** bcrypt of the one password of all. */
  passwordHash: string;
  people: PeoplePlan;
  jobs: JobPlan;
  applications: ApplicationPlan;
  events: EventOrder;
}

/** Decides everything that has to be decided before the first row. Takes seconds for millions of rows. */
export function makePlan(counts: DemoCounts, now: Seconds, passwordHash: string): Plan {
  const people = new PeoplePlan(counts, now);
  const jobs = planJobs(people);
  const applications = planApplications(people, jobs);
  return { now, counts, passwordHash, people, jobs, applications, events: new EventOrder(applications) };
}
