import { addTime, DAY } from '../platform/clock.js';

/** A session ends when it has not been refreshed for this long. */
const IDLE = 7 * DAY;

/** A session ends after this long, however busy. */
const ABSOLUTE = 60 * DAY;

export function absoluteExpiry(createdAt: Date): Date {
  return addTime(createdAt, ABSOLUTE);
}

/** When a session used at `usedAt` ends unless it is used again; also when its refresh token expires. */
export function idleExpiry(usedAt: Date, absoluteExpiresAt: Date): Date {
  return new Date(Math.min(usedAt.getTime() + IDLE, absoluteExpiresAt.getTime()));
}
