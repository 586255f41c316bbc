import type { ApplicationStatus } from '../applications/application.enums.js';
import { Kind } from './kinds.js';
import { Random } from './random.js';
import { DAY, HOUR, type Seconds } from './time.js';

/** Where an application can stand. */
export type ApplicationStatusName = `${ApplicationStatus}`;

/** One entry of an application's history. */
export interface Step {
  status: ApplicationStatusName;
  at: Seconds;
}

interface Journey {
  weight: number;
  statuses: readonly ApplicationStatusName[];
}

/** The ways applications go, and how many in a hundred go each, given the time. */
const JOURNEYS: readonly Journey[] = [
  { weight: 26, statuses: ['APPLIED'] },
  { weight: 24, statuses: ['APPLIED', 'VIEWED'] },
  { weight: 5, statuses: ['APPLIED', 'VIEWED', 'SHORTLISTED'] },
  { weight: 5, statuses: ['APPLIED', 'SHORTLISTED'] },
  { weight: 5, statuses: ['APPLIED', 'VIEWED', 'SHORTLISTED', 'INTERVIEW'] },
  { weight: 5, statuses: ['APPLIED', 'VIEWED', 'INTERVIEW'] },
  { weight: 4, statuses: ['APPLIED', 'VIEWED', 'SHORTLISTED', 'INTERVIEW', 'ACCEPTED'] },
  { weight: 2, statuses: ['APPLIED', 'SHORTLISTED', 'INTERVIEW', 'ACCEPTED'] },
  { weight: 6, statuses: ['APPLIED', 'VIEWED', 'REJECTED'] },
  { weight: 7, statuses: ['APPLIED', 'REJECTED'] },
  { weight: 2, statuses: ['APPLIED', 'VIEWED', 'SHORTLISTED', 'REJECTED'] },
  { weight: 2, statuses: ['APPLIED', 'VIEWED', 'SHORTLISTED', 'INTERVIEW', 'REJECTED'] },
  { weight: 3, statuses: ['APPLIED', 'WITHDRAWN'] },
  { weight: 3, statuses: ['APPLIED', 'VIEWED', 'WITHDRAWN'] },
  { weight: 1, statuses: ['APPLIED', 'VIEWED', 'SHORTLISTED', 'INTERVIEW', 'WITHDRAWN'] },
];

/** How long a step takes: fewest and most seconds. */
const DELAYS: Record<ApplicationStatusName, readonly [number, number]> = {
  APPLIED: [0, 0],
  VIEWED: [HOUR, 4 * DAY],
  SHORTLISTED: [6 * HOUR, 6 * DAY],
  INTERVIEW: [DAY, 8 * DAY],
  ACCEPTED: [2 * DAY, 12 * DAY],
  REJECTED: [8 * HOUR, 10 * DAY],
  WITHDRAWN: [4 * HOUR, 9 * DAY],
};

/** The history of application `index`, sent at `appliedAt`, up to now. */
export function journeyOf(index: number, appliedAt: Seconds, now: Seconds): Step[] {
  const random = Random.of(Kind.JOURNEY, index);
  const steps: Step[] = [];
  let time = appliedAt;
  for (const status of random.weighted(JOURNEYS).statuses) {
    time += random.int(...DELAYS[status]);
    if (time >= now) break;
    steps.push({ status, at: time });
  }
  return steps;
}

/** The history of an application that stands at `status` now, its steps spread over the time since it was sent. */
export function journeyTo(status: ApplicationStatusName, appliedAt: Seconds, now: Seconds): Step[] {
  const way = STRAIGHT_WAYS[status];
  const pause = Math.floor(((now - appliedAt) * 0.6) / way.length);
  return way.map((reached, nth) => ({ status: reached, at: appliedAt + nth * pause }));
}

const STRAIGHT_WAYS: Record<ApplicationStatusName, readonly ApplicationStatusName[]> = {
  APPLIED: ['APPLIED'],
  VIEWED: ['APPLIED', 'VIEWED'],
  SHORTLISTED: ['APPLIED', 'VIEWED', 'SHORTLISTED'],
  INTERVIEW: ['APPLIED', 'VIEWED', 'SHORTLISTED', 'INTERVIEW'],
  ACCEPTED: ['APPLIED', 'VIEWED', 'SHORTLISTED', 'INTERVIEW', 'ACCEPTED'],
  REJECTED: ['APPLIED', 'VIEWED', 'REJECTED'],
  WITHDRAWN: ['APPLIED', 'VIEWED', 'WITHDRAWN'],
};
