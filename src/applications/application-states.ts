import { Actor, ApplicationStatus } from './application.enums.js';

const { APPLIED, VIEWED, SHORTLISTED, INTERVIEW, ACCEPTED, REJECTED, WITHDRAWN } = ApplicationStatus;

const LIVE: readonly ApplicationStatus[] = [APPLIED, VIEWED, SHORTLISTED, INTERVIEW];

/** Live applications are still being decided; the others are final. */
export function isLive(status: ApplicationStatus): boolean {
  return LIVE.includes(status);
}

/**
 * Where an application may go next by the hand of `actor`: steps may be skipped, and taken back while it is live.
 * Administrators look, but leave the decision to the company.
 */
export function openTransitions(actor: Actor, status: ApplicationStatus): ApplicationStatus[] {
  if (!isLive(status) || actor === Actor.ADMIN) return [];
  if (actor === Actor.CANDIDATE) return [WITHDRAWN];
  return [...LIVE, ACCEPTED, REJECTED].filter((next) => next !== status);
}

/**
 * Where a decided application may be brought back to by the hand of `actor`. A withdrawn one is the candidate's: only
 * they can revive it, by applying again.
 */
export function openReopenings(actor: Actor, status: ApplicationStatus): ApplicationStatus[] {
  return actor === Actor.EMPLOYER && (status === ACCEPTED || status === REJECTED) ? [...LIVE] : [];
}
