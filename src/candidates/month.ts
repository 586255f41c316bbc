import { Matches } from 'class-validator';
import { refusal, UserErrorCode } from '../graphql/user-error.js';

const MONTH = /^(19|20)\d\d-(0[1-9]|1[0-2])$/;

/** A month as text: years 1900 to 2099, so that comparing texts compares months. */
export function IsMonth(): PropertyDecorator {
  return Matches(MONTH, {
    message: ({ property }) => `${property} must be a month written YYYY-MM, such as 2021-09`,
  });
}

/** Refuses what ends before it starts. */
export function checkMonths({ startMonth, endMonth }: { startMonth: string; endMonth: string | null }): void {
  if (endMonth !== null && endMonth < startMonth) {
    throw refusal(UserErrorCode.INVALID, 'endMonth', 'endMonth must not be before startMonth.');
  }
}
