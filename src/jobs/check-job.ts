import { Refusal, UserErrorCode, type UserError } from '../graphql/user-error.js';

interface Facts {
  salaryMin?: number | null;
  salaryMax?: number | null;
  expiresAt?: Date | null;
}

/** Refuses what no single field shows to be wrong. */
export function checkJob({ salaryMin, salaryMax, expiresAt }: Facts, now: Date): void {
  const errors: UserError[] = [];
  if (salaryMin != null && salaryMax != null && salaryMin > salaryMax) {
    errors.push({
      code: UserErrorCode.INVALID,
      field: 'salaryMax',
      message: 'salaryMax must not be below salaryMin.',
    });
  }
  if (expiresAt != null && expiresAt <= now) {
    errors.push({
      code: UserErrorCode.INVALID,
      field: 'expiresAt',
      message: 'expiresAt must be in the future.',
    });
  }
  if (errors.length > 0) throw new Refusal(errors);
}
