import DataLoader from 'dataloader';
import type { Context } from './context.js';

/**
 * Defines a DataLoader that lives as long as one request. Call the result with the context to get it:
 * `companyById(ctx).load(id)`.
 */
export function defineLoader<Key, Value>(
  batch: (ctx: Context, keys: readonly Key[]) => Promise<ArrayLike<Value | Error>>,
): (ctx: Context) => DataLoader<Key, Value> {
  return (ctx) => {
    const existing = ctx.loaders.get(batch);
    // Whatever is kept under this function was made right here.
    if (existing) return existing as DataLoader<Key, Value>;
    const loader = new DataLoader<Key, Value>((keys) => batch(ctx, keys));
    ctx.loaders.set(batch, loader);
    return loader;
  };
}

/** Rows in the order of the keys that were asked for; null where there is none. */
export function inOrderOf<Row>(
  keys: readonly string[],
  rows: Row[],
  keyOf: (row: Row) => string,
): (Row | null)[] {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  return keys.map((key) => byKey.get(key) ?? null);
}

/** Lists of rows in the order of the keys that were asked for. */
export function groupedBy<Row>(keys: readonly string[], rows: Row[], keyOf: (row: Row) => string): Row[][] {
  const groups = Map.groupBy(rows, keyOf);
  return keys.map((key) => groups.get(key) ?? []);
}
