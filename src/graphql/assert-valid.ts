import { validate } from 'class-validator';
import { badInput } from './errors.js';

/** Checks the arguments of a query; BAD_USER_INPUT with all that is wrong with them. */
export async function assertValid(...inputs: (object | null | undefined)[]): Promise<void> {
  const given = inputs.filter((input) => input != null);
  const errors = (
    await Promise.all(given.map((input) => validate(input, { forbidUnknownValues: false })))
  ).flat();
  const messages = errors.flatMap((error) => Object.values(error.constraints ?? {}));
  if (messages.length > 0) throw badInput(`${messages.join('; ')}.`);
}
