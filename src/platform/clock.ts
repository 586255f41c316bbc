/** The source of "now" for every rule that depends on time, so that tests can move it. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The instant `milliseconds` after `date` (before it, when negative). */
export function addTime(date: Date, milliseconds: number): Date {
  return new Date(date.getTime() + milliseconds);
}
