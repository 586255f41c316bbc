import { at } from './at.js';
import { stepNumber, type ApplicationStep } from './event-order.js';
import { jobFacts } from './job.js';
import { jobOwner } from './job-owner.js';
import { Kind } from './kinds.js';
import type { Plan } from './plan.js';
import { Random } from './random.js';
import { idOf, rowId } from './row-ids.js';
import { timestamp } from './time.js';
import { APPLICATION_PHRASES } from './words/application-phrases.js';

/** Rows of the table application_events, in order of time. */
export function* generateApplicationEvents(plan: Plan) {
  const { applications, people } = plan;
  for (const step of plan.events) {
    const { application, from, to } = step;
    const owner = jobOwner(plan, at(applications.job, application));
    const candidate = at(applications.candidate, application);
    const isCandidates = isMadeByCandidate(step);
    yield {
      id: rowId(Kind.APPLICATION_EVENT, stepNumber(step), to.at),
      application_id: idOf.application(application, at(applications.appliedAt, application)),
      company_id: owner.companyId,
      employer_id: owner.employerId,
      actor_user_id: isCandidates
        ? idOf.candidateUser(candidate, people.candidateSince(candidate))
        : owner.userId,
      actor: isCandidates ? 'CANDIDATE' : 'EMPLOYER',
      from_status: from?.status ?? null,
      to_status: to.status,
      reason: reason(plan, step, owner.company),
      at: timestamp(to.at),
    };
  }
}

/** Candidates apply and withdraw; all else is the employer's. */
export function isMadeByCandidate({ from, to }: ApplicationStep): boolean {
  return from === null || to.status === 'WITHDRAWN';
}

function reason(
  { applications }: Plan,
  { application, to }: ApplicationStep,
  company: number,
): string | null {
  if (to.status !== 'REJECTED' && to.status !== 'WITHDRAWN') return null;
  const random = Random.of(Kind.APPLICATION_EVENT, application);
  if (random.chance(35)) return null;
  const { language } = jobFacts(at(applications.job, application), company);
  const { rejections, withdrawals } = APPLICATION_PHRASES[language];
  return random.pick(to.status === 'REJECTED' ? rejections : withdrawals);
}
