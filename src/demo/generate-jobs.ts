import { at } from './at.js';
import { fullTitle, jobFacts } from './job.js';
import { jobOwner } from './job-owner.js';
import type { JobStatusName } from './job-plan.js';
import { jobSalary } from './job-salary.js';
import { jobSteps, lastChange } from './job-steps.js';
import { jobTexts } from './job-texts.js';
import { Kind } from './kinds.js';
import type { Plan } from './plan.js';
import { Random } from './random.js';
import { idOf } from './row-ids.js';
import { DAY, timestamp, timestampOrNull, type Seconds } from './time.js';

/** Rows of the table jobs, in order of time. */
export function* generateJobs(plan: Plan) {
  for (let job = 0; job < plan.jobs.count; job += 1) {
    const random = Random.of(Kind.JOB_TEXT, job);
    const owner = jobOwner(plan, job);
    const facts = jobFacts(job, owner.company);
    const createdAt = at(plan.jobs.createdAt, job);
    yield {
      id: idOf.job(job, createdAt),
      created_at: timestamp(createdAt),
      company_id: owner.companyId,
      employer_id: owner.employerId,
      title: fullTitle(facts),
      ...jobTexts(facts, random),
      type: facts.type,
      location_type: facts.locationType,
      location: facts.city,
      country: facts.company.country.code,
      language: facts.language,
      ...jobSalary(facts, random),
      ...standing(plan, job, random),
    };
  }
}

function standing({ jobs, now }: Plan, job: number, random: Random) {
  const status = jobs.statusOf(job);
  const applications = at(jobs.applications, job);
  return {
    status,
    is_featured: status === 'PUBLISHED' && random.chance(7),
    views_count: status === 'DRAFT' ? 0 : applications * random.int(3, 18) + random.int(0, 60),
    applications_count: applications,
    posted_at: timestampOrNull(at(jobs.postedAt, job)),
    expires_at: timestampOrNull(expiry(status, at(jobs.closedAt, job), now, random)),
    updated_at: timestamp(lastChange(jobSteps(jobs, job))),
  };
}

/** A published job may have a last day, still to come; a closed one may have been closed by it. */
function expiry(status: JobStatusName, closedAt: Seconds, now: Seconds, random: Random): Seconds {
  const hasExpiry = random.chance(50);
  const daysLeft = random.int(3, 60);
  if (!hasExpiry || status === 'DRAFT') return 0;
  return status === 'PUBLISHED' ? now + daysLeft * DAY : closedAt;
}
