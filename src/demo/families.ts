import { at } from './at.js';
import { candidateFacts } from './candidate.js';
import { jobFacts } from './job.js';
import type { JobPlan } from './job-plan.js';
import type { PeoplePlan } from './people-plan.js';
import type { SkillFamily } from './words/profession.js';
import { TECHNICAL_SKILLS } from './words/skills.js';

const FAMILIES = Object.keys(TECHNICAL_SKILLS);

/** The number that stands for a family of professions in these lists. */
export function familyNumber(family: SkillFamily): number {
  return FAMILIES.indexOf(family);
}

/** What each job asks for, one byte a job. */
export function familiesOfJobs(people: PeoplePlan, jobs: JobPlan): Uint8Array {
  return Uint8Array.from({ length: jobs.count }, (_, job) => {
    const company = people.companyOf(at(jobs.author, job)) ?? 0;
    return familyNumber(jobFacts(job, company).profession.family);
  });
}

/** What each candidate can do, one byte a candidate. */
export function familiesOfCandidates(count: number): Uint8Array {
  return Uint8Array.from({ length: count }, (_, candidate) =>
    familyNumber(candidateFacts(candidate).profession.family),
  );
}
