import { addTime, DAY } from '../../platform/clock.js';

/** Time to read a mail and to make up one's mind. */
const LIFETIME = 7 * DAY;

export function invitationExpiry(sentAt: Date): Date {
  return addTime(sentAt, LIFETIME);
}
