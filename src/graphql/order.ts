import { sql, type RawBuilder } from 'kysely';

/** How a value of a cursor is checked before it is cast; a cursor is input like any other, and may be forged. */
const VALUE_CHECKS = {
  timestamptz: isTimestamp,
  integer: (value: string) => /^-?\d{1,10}$/.test(value) && Math.abs(Number(value)) < 2 ** 31,
  uuid: (value: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value),
  text: (value: string) => /^[^\0]{0,300}$/.test(value),
} as const;

interface Key {
  expression: RawBuilder<unknown>;
  type: keyof typeof VALUE_CHECKS;
}

/** What a list is sorted by. The last key is unique, so that pages neither repeat nor skip a row. */
export interface Order {
  /** Part of the cursor: one made under another order is refused. */
  name: string;
  keys: readonly Key[];
  /** Lowest first, by all keys; highest first if left out. */
  ascending?: boolean;
}

/** Highest first by one expression, ties broken by the id of the table behind `alias`. */
export function highestFirst(
  name: string,
  expression: RawBuilder<unknown>,
  type: Key['type'],
  alias: string,
): Order {
  return {
    name,
    keys: [
      { expression, type },
      { expression: sql.ref(`${alias}.id`), type: 'uuid' },
    ],
  };
}

/** The same the other way round. */
export function lowestFirst(...order: Parameters<typeof highestFirst>): Order {
  return { ...highestFirst(...order), ascending: true };
}

export function isValueOf(key: Key, value: unknown): value is string {
  return typeof value === 'string' && VALUE_CHECKS[key.type](value);
}

const TIMESTAMP =
  /^(?<date>(?!0000)\d{4}-\d\d-\d\d) (?<time>\d\d:\d\d:\d\d)(\.\d{1,6})?[+-](0\d|1[0-5])(:[0-5]\d)?$/;

/** A time as PostgreSQL writes it, on a day that exists. */
function isTimestamp(value: string): boolean {
  const { date = '', time = '' } = TIMESTAMP.exec(value)?.groups ?? {};
  const instant = new Date(`${date}T${time}Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(`${date}T${time}`);
}
