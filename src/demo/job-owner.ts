import { at } from './at.js';
import type { Plan } from './plan.js';
import { idOf } from './row-ids.js';

/** Who answers for a job: its author and, from there, the company. */
export function jobOwner({ people, jobs }: Plan, job: number) {
  const employer = at(jobs.author, job);
  const company = people.companyOf(employer);
  if (company === null) throw new RangeError(`Job ${job} has an author without a company`);
  const employerSince = people.employerSince(employer);
  return {
    company,
    companyId: idOf.company(company, people.companySince(company)),
    employerId: idOf.employer(employer, employerSince),
    userId: idOf.employerUser(employer, employerSince),
  };
}
