import { validate } from 'class-validator';
import { refersToDeletedRow } from '../platform/database/violations.js';
import type { Payload } from './payload.js';
import { Refusal, UserErrorCode, type UserError } from './user-error.js';
import { trimTexts } from './verbatim.js';

/**
 * Runs a mutation: tidies and validates its input, then the act. A client's mistake, found by either, comes back as data;
 * anything else is thrown on and becomes a GraphQL error.
 */
export async function mutate<Result extends Payload>(
  input: object,
  act: () => Promise<Omit<Result, 'userErrors'>>,
): Promise<Result> {
  trimTexts(input);
  const mistakes = await mistakesIn(input);
  // Results are optional in every payload, so their absence is a valid one.
  if (mistakes.length > 0) return { userErrors: mistakes } as Result;
  try {
    return { ...(await act()), userErrors: [] } as unknown as Result;
  } catch (error) {
    if (error instanceof Refusal) return { userErrors: error.userErrors } as Result;
    if (refersToDeletedRow(error)) return { userErrors: [deletedMeanwhile] } as Result;
    throw error;
  }
}

/** Acts look before they write, but do not lock all they refer to: the user who acts, for one. */
const deletedMeanwhile: UserError = {
  code: UserErrorCode.NOT_FOUND,
  field: null,
  message: 'Something this refers to has just been deleted.',
};

async function mistakesIn(input: object): Promise<UserError[]> {
  const errors = await validate(input, { forbidUnknownValues: false, stopAtFirstError: true });
  return errors.map((error) => ({
    code: UserErrorCode.INVALID,
    field: error.property,
    message: `${Object.values(error.constraints ?? {})[0] ?? `${error.property} is invalid`}.`,
  }));
}
