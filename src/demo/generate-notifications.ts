import { at } from './at.js';
import { stepNumber, type ApplicationStep } from './event-order.js';
import { isMadeByCandidate } from './generate-application-events.js';
import { jobOwner } from './job-owner.js';
import { Kind } from './kinds.js';
import type { Plan } from './plan.js';
import { Random } from './random.js';
import { idOf, rowId } from './row-ids.js';
import { DAY, timestamp, timestampOrNull, type Seconds } from './time.js';

/** What each step of an application told whom: the employer of a new application, the candidate of a change. */
export function* generateNotifications(plan: Plan) {
  const { applications, jobs } = plan;
  for (const step of plan.events) {
    if (!isNews(step)) continue;
    const { application, to } = step;
    const index = stepNumber(step);
    const job = at(applications.job, application);
    yield {
      id: rowId(Kind.NOTIFICATION, index, to.at),
      created_at: timestamp(to.at),
      ...message(plan, step),
      job_id: idOf.job(job, at(jobs.createdAt, job)),
      application_id: idOf.application(application, at(applications.appliedAt, application)),
      read_at: timestampOrNull(readAt(index, to.at, plan.now)),
    };
  }
}

/** How many rows `generateNotifications` makes. */
export function countNotifications({ events }: Plan): number {
  let count = 0;
  for (const step of events) if (isNews(step)) count += 1;
  return count;
}

function isNews(step: ApplicationStep): boolean {
  return step.from === null || !isMadeByCandidate(step);
}

function message(plan: Plan, { application, from, to }: ApplicationStep) {
  const { applications, people } = plan;
  if (from === null) {
    const { userId } = jobOwner(plan, at(applications.job, application));
    return { user_id: userId, type: 'NEW_APPLICATION', payload: '{}' };
  }
  const candidate = at(applications.candidate, application);
  return {
    user_id: idOf.candidateUser(candidate, people.candidateSince(candidate)),
    type: 'STATUS_CHANGE',
    payload: JSON.stringify({ from: from.status, to: to.status }),
  };
}

/** When it was read: old news mostly within three days, fresh news less often. 0 for not yet. */
function readAt(index: number, createdAt: Seconds, now: Seconds): Seconds {
  const random = Random.of(Kind.NOTIFICATION, index);
  const isOld = now - createdAt > 14 * DAY;
  const time = createdAt + random.int(60, 3 * DAY);
  return random.chance(isOld ? 85 : 45) && time < now ? time : 0;
}
