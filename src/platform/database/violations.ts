import { UniqueConstraintViolationException } from '@mikro-orm/postgresql';

/** Whether a write failed because of the unique constraint or index of this name. */
export function violatesUnique(error: unknown, constraint: string): boolean {
  return error instanceof UniqueConstraintViolationException && error.message.includes(`"${constraint}"`);
}
