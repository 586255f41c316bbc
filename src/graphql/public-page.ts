import type { PublicCache } from '../platform/cache.js';
import type { Reader } from '../platform/database/database.js';
import type { Connection } from './connection.js';
import { fetchPage, type PageQuery } from './fetch-page.js';

/** A list whose rows are the same for everybody; fields that depend on the viewer are none of the rows' columns. */
export interface PublicList {
  name: string;
  /** Names of the entities that may change its pages when they are written. */
  madeOf: readonly string[];
}

/**
 * A page of such a list, from memory if it was read just now. What this process has written is in its next page; what
 * another one or plain SQL has, and that a job's time is over, may take the seconds a page may be old. Only first pages
 * are kept: what most people look at. `wanted` holds all that decides which rows are in the list.
 */
export function fetchPublicPage<Row extends object>(
  cache: PublicCache,
  reader: Reader,
  { name, madeOf }: PublicList,
  wanted: unknown,
  query: PageQuery,
): Promise<Connection<Row>> {
  const { order, slice, withTotal } = query;
  const key = `${name} ${JSON.stringify([wanted, order.name, slice, withTotal])}`;
  const isFirst = slice.after === null && slice.before === null;
  const age = cache.listAge;
  if (age === null || !isFirst) return fetchPage<Row>(reader, query);
  return cache.get(key, age, async () => shared(await fetchPage<Row>(reader, query)), {
    tags: madeOf,
    weigh: ({ edges }) => edges.length + 1,
  });
}

/** Many requests get the same rows: none may write to them. */
function shared<Row extends object>(page: Connection<Row>): Connection<Row> {
  for (const edge of page.edges) Object.freeze(edge.node);
  return page;
}
