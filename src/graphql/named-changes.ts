import { refusal, UserErrorCode } from './user-error.js';

/**
 * The fields an update names: one left out stays as it is, null clears. Refused when there is none, or when null would
 * clear a required one.
 */
export function namedChanges<Input extends object>(
  input: Input,
  required: readonly string[] = [],
): Partial<Input> {
  const named = Object.entries(input).filter(([, value]) => value !== undefined);
  if (named.length === 0) throw refusal(UserErrorCode.INVALID, null, 'Name at least one field to change.');
  for (const [field, value] of named) {
    if (value === null && required.includes(field)) {
      throw refusal(UserErrorCode.INVALID, field, `${field} cannot be cleared.`);
    }
  }
  return Object.fromEntries(named) as Partial<Input>;
}
