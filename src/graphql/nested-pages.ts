import type DataLoader from 'dataloader';
import { sql } from 'kysely';
import type { Reader } from '../platform/database/database.js';
import type { Connection } from './connection.js';
import type { Context } from './context.js';
import { connectionOf, pageStatement, type PageQuery, type PageRow } from './fetch-page.js';
import { defineLoader } from './loader.js';
import type { Slice } from './page-args.js';

/** The page of one parent's list. */
interface NestedPage {
  parentId: string;
  slice: Slice;
  withTotal: boolean;
}

/** What a list is made of; its conditions find the parent's id under the name `parent.id`. */
type NestedList = Pick<PageQuery, 'columns' | 'from' | 'where' | 'order' | 'details'>;

/**
 * Defines the loader of lists that hang on the items of another list: one statement reads the pages of all parents, as
 * long as they are asked for with the same arguments.
 */
export function defineNestedPages<Row extends object>(
  listOf: (ctx: Context) => NestedList,
): (ctx: Context) => DataLoader<NestedPage, Connection<Row>> {
  return defineLoader<NestedPage, Connection<Row>>(async (ctx, keys) => {
    const answers = new Map<NestedPage, Connection<Row> | Error>();
    const groups = Map.groupBy(keys, ({ slice, withTotal }) => JSON.stringify([slice, withTotal]));
    await Promise.all([...groups.values()].map(async (group) => fillIn(ctx, listOf(ctx), group, answers)));
    return keys.map((key) => answers.get(key) ?? new Error('a page was not read'));
  });
}

async function fillIn<Row extends object>(
  ctx: Context,
  list: NestedList,
  group: NestedPage[],
  answers: Map<NestedPage, Connection<Row> | Error>,
): Promise<void> {
  const [first] = group;
  if (!first) return;
  try {
    const query = { ...list, slice: first.slice, withTotal: first.withTotal };
    const parentIds = group.map(({ parentId }) => parentId);
    const rows = await rowsOfPages<Row>(ctx.db, query, parentIds);
    const rowsOf = Map.groupBy(rows, (row) => row['~parent']);
    for (const key of group) answers.set(key, connectionOf<Row>(rowsOf.get(key.parentId) ?? [], query));
  } catch (error) {
    // A bad cursor spoils the lists it was sent with, and no other.
    for (const key of group) answers.set(key, error instanceof Error ? error : new Error(String(error)));
  }
}

function rowsOfPages<Row extends object>(
  reader: Reader,
  query: PageQuery,
  parentIds: string[],
): Promise<(PageRow<Row> & { '~parent': string })[]> {
  return reader.rows(sql<PageRow<Row> & { '~parent': string }>`
    select parent.id as "~parent", page_of_parent.*
    from (select distinct id from unnest(${parentIds}::uuid[]) asked(id)) parent
    cross join lateral (${pageStatement<Row>(query)}) page_of_parent`);
}
