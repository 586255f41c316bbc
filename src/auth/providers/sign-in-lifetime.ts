import { addTime, HOUR, MINUTE } from '../../platform/clock.js';

/** Time to sign in at the provider. Its id_token cannot be older than what it was asked for. */
const SIGN_IN = 10 * MINUTE;

export const SIGN_IN_SECONDS = SIGN_IN / 1000;

/** Time to choose a role and check one's name. */
const REGISTRATION = HOUR;

export function signInExpiry(startedAt: Date): Date {
  return addTime(startedAt, SIGN_IN);
}

export function registrationExpiry(signedInAt: Date): Date {
  return addTime(signedInAt, REGISTRATION);
}
