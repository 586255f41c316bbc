import { sql, type RawBuilder } from 'kysely';
import type { Reader } from '../platform/database/database.js';
import type { Connection } from './connection.js';
import { decodeCursor, encodeCursor } from './cursor.js';
import type { Order } from './order.js';
import type { Slice } from './page-args.js';

export interface PageQuery {
  columns: RawBuilder<unknown>;
  /** `jobs j join companies c on …` */
  from: RawBuilder<unknown>;
  /** Which rows belong to the list at all; all must hold. */
  where: RawBuilder<unknown>[];
  order: Order;
  slice: Slice;
  withTotal: boolean;
}

export type PageRow<Row> = Row & { '~cursor': string[] | null; '~total'?: string };

/**
 * Reads one page of a list by keyset: its cost grows with the page, not with how far it is from the start. One
 * statement, also when the total is asked for.
 */
export async function fetchPage<Row extends object>(
  reader: Reader,
  query: PageQuery,
): Promise<Connection<Row>> {
  return connectionOf(await reader.rows<PageRow<Row>>(pageStatement(query)), query);
}

/** The statement that reads the rows of one page, and one more row if others follow. */
export function pageStatement<Row>(query: PageQuery): RawBuilder<PageRow<Row>> {
  return query.withTotal ? pageWithTotal(query) : page(query);
}

/** Makes a page of what its statement found. */
export function connectionOf<Row extends object>(
  found: PageRow<Row>[],
  { order, slice }: Pick<PageQuery, 'order' | 'slice'>,
): Connection<Row> {
  const rows = found.filter((row) => row['~cursor'] !== null);
  const hasMore = rows.length > slice.size;
  if (hasMore) rows.pop();
  if (slice.backward) rows.reverse();

  const edges = rows.map((node) => ({
    node: node as Row,
    cursor: encodeCursor(order, node['~cursor'] ?? []),
  }));
  const total = found[0]?.['~total'];
  return {
    totalCount: total === undefined ? undefined : Number(total),
    edges,
    pageInfo: {
      // The row behind a cursor that was passed in lies on the other side of the page.
      hasNextPage: slice.backward ? slice.before !== null : hasMore,
      hasPreviousPage: slice.backward ? hasMore : slice.after !== null,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

function page<Row>({ columns, from, where, order, slice }: PageQuery): RawBuilder<PageRow<Row>> {
  const keys = order.keys.map((key) => key.expression);
  const bounds = [
    ...(slice.after === null ? [] : [beyond(order, slice.after, '<')]),
    ...(slice.before === null ? [] : [beyond(order, slice.before, '>')]),
  ];
  const direction = slice.backward ? sql`asc` : sql`desc`;
  return sql`
    select ${columns}, array[${sql.join(keys.map((key) => sql`${key}::text`))}] as "~cursor"
    from ${from}
    where ${all([...where, ...bounds])}
    order by ${sql.join(keys.map((key) => sql`${key} ${direction}`))}
    limit ${slice.size + 1}`;
}

/** The total comes on every row, and on a lone row of nulls when the page is empty. */
function pageWithTotal<Row>(query: PageQuery): RawBuilder<PageRow<Row>> {
  return sql`
    select page.*, total."~total"
    from (select count(*) as "~total" from ${query.from} where ${all(query.where)}) total
    left join lateral (${page(query)}) page on true`;
}

/** Rows after (`<`, the list runs from highest to lowest) or before (`>`) the one the cursor stands for. */
function beyond(order: Order, cursor: string, side: '<' | '>'): RawBuilder<unknown> {
  const values = decodeCursor(order, cursor);
  const casts = order.keys.map((key, index) => sql`${values[index]}::${sql.raw(key.type)}`);
  return sql`(${sql.join(order.keys.map((key) => key.expression))}) ${sql.raw(side)} (${sql.join(casts)})`;
}

function all(conditions: RawBuilder<unknown>[]): RawBuilder<unknown> {
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}
