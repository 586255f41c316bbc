import { badInput } from './errors.js';
import { isValueOf, type Order } from './order.js';

/** An opaque cursor: the name of the order, and the row's values under it, given as a JSON array of texts as PostgreSQL writes it. */
export function encodeCursor(order: Order, values: string): string {
  return Buffer.from(`[${JSON.stringify(order.name)},${values.slice(1)}`).toString('base64url');
}

/** The values behind a cursor; BAD_USER_INPUT when it is not one, or was made under another order. */
export function decodeCursor(order: Order, cursor: string): string[] {
  const [name, ...values] = parse(cursor);
  const known = order.keys.flatMap((key, index) => {
    const value = values[index];
    return isValueOf(key, value) ? [value] : [];
  });
  if (name !== order.name || values.length !== order.keys.length || known.length !== values.length) {
    throw badInput('Not a cursor of this list in this order.');
  }
  return known;
}

function parse(cursor: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
