import { sql, type RawBuilder } from 'kysely';
import type { Reader } from '../platform/database/database.js';
import type { Connection } from './connection.js';
import { decodeCursor, encodeCursor } from './cursor.js';
import type { Order } from './order.js';
import { DEFAULT_PAGE_SIZE, type Slice } from './page-args.js';

export interface PageQuery {
  columns: RawBuilder<unknown>;
  /** `jobs j join companies c on …` */
  from: RawBuilder<unknown>;
  /** Which rows belong to the list at all; all must hold. */
  where: RawBuilder<unknown>[];
  order: Order;
  slice: Slice;
  withTotal: boolean;
  /**
   * Where the columns are read once the page is cut, if not in `from`: cutting then handles narrow rows only. `id` is an
   * expression of `from`; the table is joined by it under the alias `row`.
   */
  details?: { id: RawBuilder<unknown>; table: string };
  /**
   * Whether one plan is best whatever the parameters are. PostgreSQL keeps it only if it knows how few rows are wanted, so the
   * usual length of a page is part of the statement then; others stay parameters, or each would be a statement.
   */
  keepsPlan?: boolean;
  /** What the total counts, if not the rows of `from` that pass `where`: a statement with the column `~total`. */
  total?: RawBuilder<unknown>;
}

/** `~cursor` is a JSON array of texts: the row's values under the order. */
export type PageRow<Row> = Row & { '~cursor': string | null; '~total'?: string };

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

  const edges = rows.map((node) => new PageEdge<Row>(node, order, node['~cursor'] ?? ''));
  const total = found[0]?.['~total'];
  return {
    totalCount: total === undefined ? undefined : Number(total),
    edges,
    pageInfo: new PagePlace(
      edges,
      // The row behind a cursor that was passed in lies on the other side of the page.
      slice.backward ? slice.before !== null : hasMore,
      slice.backward ? hasMore : slice.after !== null,
    ),
  };
}

/** Few ask for cursors, so each is made when it is asked for. */
class PageEdge<Row extends object> {
  constructor(
    readonly node: Row,
    private readonly order: Order,
    private readonly values: string,
  ) {}

  get cursor(): string {
    return encodeCursor(this.order, this.values);
  }
}

class PagePlace {
  constructor(
    private readonly edges: readonly PageEdge<object>[],
    readonly hasNextPage: boolean,
    readonly hasPreviousPage: boolean,
  ) {}

  get startCursor(): string | null {
    return this.edges.at(0)?.cursor ?? null;
  }

  get endCursor(): string | null {
    return this.edges.at(-1)?.cursor ?? null;
  }
}

function page<Row>(query: PageQuery): RawBuilder<PageRow<Row>> {
  const { columns, details, order, slice } = query;
  const keys = order.keys.map((key) => key.expression);
  const cursor = sql`json_build_array(${sql.join(keys.map((key) => sql`${key}::text`))})::text as "~cursor"`;
  if (!details) return sql`select ${columns}, ${cursor} ${cut(query, keys)}`;
  const names = keys.map((_, index) => sql.ref(`~key${index}`));
  const named = keys.map((key, index) => sql`${key} as ${names[index]}`);
  return sql`
    select ${columns}, page."~cursor"
    from (select ${details.id} as "~id", ${sql.join(named)}, ${cursor} ${cut(query, keys)}) page
    join ${sql.table(details.table)} row on row.id = page."~id"
    order by ${sorted(names, order, slice)}`;
}

/** The rows of the page, and one more if there is one. */
function cut(
  { from, where, order, slice, keepsPlan = false }: PageQuery,
  keys: RawBuilder<unknown>[],
): RawBuilder<unknown> {
  const bounds = [
    ...(slice.after === null ? [] : [beyond(order, slice.after, order.isAscending ? '>' : '<')]),
    ...(slice.before === null ? [] : [beyond(order, slice.before, order.isAscending ? '<' : '>')]),
  ];
  return sql`
    from ${from}
    where ${all([...where, ...bounds])}
    order by ${sorted(keys, order, slice)}
    limit ${keepsPlan && slice.size === DEFAULT_PAGE_SIZE ? sql.lit(slice.size + 1) : slice.size + 1}`;
}

function sorted(
  keys: RawBuilder<unknown>[],
  { isAscending = false }: Order,
  { backward }: Slice,
): RawBuilder<unknown> {
  const direction = backward === isAscending ? sql`desc` : sql`asc`;
  return sql.join(keys.map((key) => sql`${key} ${direction}`));
}

/** The total comes on every row, and on a lone row of nulls when the page is empty. */
function pageWithTotal<Row>(query: PageQuery): RawBuilder<PageRow<Row>> {
  const total = query.total ?? sql`select count(*) as "~total" from ${query.from} where ${all(query.where)}`;
  return sql`
    select page.*, total."~total"
    from (${total}) total
    left join lateral (${page(query)}) page on true`;
}

/** Rows below (`<`) or above (`>`) the one the cursor stands for. */
function beyond(order: Order, cursor: string, side: '<' | '>'): RawBuilder<unknown> {
  const values = decodeCursor(order, cursor);
  const casts = order.keys.map((key, index) => sql`${values[index]}::${sql.raw(key.type)}`);
  return sql`(${sql.join(order.keys.map((key) => key.expression))}) ${sql.raw(side)} (${sql.join(casts)})`;
}

/** All conditions joined; true without any. */
export function all(conditions: RawBuilder<unknown>[]): RawBuilder<unknown> {
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}
