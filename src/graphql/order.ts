import { sql, type RawBuilder } from 'kysely';

/** How a value of a cursor is checked before it is cast; a cursor is input like any other. */
const VALUE_FORMATS = {
  timestamptz: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/,
  integer: /^-?\d{1,9}$/,
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  text: /^[^\0]{0,300}$/,
} as const;

interface Key {
  expression: RawBuilder<unknown>;
  type: keyof typeof VALUE_FORMATS;
}

/** What a list is sorted by, highest first. The last key is unique, so that pages neither repeat nor skip a row. */
export interface Order {
  /** Part of the cursor: one made under another order is refused. */
  name: string;
  keys: readonly Key[];
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

export function isValueOf(key: Key, value: unknown): value is string {
  return typeof value === 'string' && VALUE_FORMATS[key.type].test(value);
}
