import {
  ForeignKeyConstraintViolationException,
  UniqueConstraintViolationException,
} from '@mikro-orm/postgresql';

/** Whether a write failed because of the unique constraint or index of this name. */
export function violatesUnique(error: unknown, constraint: string): boolean {
  return error instanceof UniqueConstraintViolationException && error.message.includes(`"${constraint}"`);
}

/** Whether a write failed because a row it refers to is gone, deleted since it was looked at. */
export function refersToDeletedRow(error: unknown): boolean {
  return (
    error instanceof ForeignKeyConstraintViolationException &&
    error.message.includes('insert or update on table')
  );
}
