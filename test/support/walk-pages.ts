import type { GraphqlClient } from './graphql-client.js';

export interface Page {
  totalCount?: number;
  edges: { cursor: string; node: { id: string } }[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
}

export interface PageRequest {
  first?: number;
  after?: string | null;
  last?: number;
  before?: string | null;
}

/** A list as one viewer sees it, such as `jobs(orderBy: SALARY)`. */
export interface List {
  client: GraphqlClient;
  field: string;
  args?: string;
}

const PAGE_INFO = 'pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';

/** The operation that asks a list for a page. */
export function pageQuery(
  { field, args = '' }: List,
  selection = `edges { cursor node { id } } ${PAGE_INFO}`,
): string {
  return `query ($first: Int, $after: String, $last: Int, $before: String) {
    page: ${field}(first: $first, after: $after, last: $last, before: $before, ${args}) { ${selection} }
  }`;
}

export async function fetchPage(list: List, request: PageRequest): Promise<Page> {
  const { page } = await list.client.data<{ page: Page }>(pageQuery(list), { ...request });
  return page;
}

/** Every page of a list from its start to its end. */
export async function walkForward(list: List, size: number): Promise<Page[]> {
  const pages = [await fetchPage(list, { first: size })];
  for (let page = pages[0]; page?.pageInfo.hasNextPage; page = pages.at(-1))
    pages.push(await fetchPage(list, { first: size, after: page.pageInfo.endCursor }));
  return pages;
}

/** Every page of a list from its end to its start. */
export async function walkBackward(list: List, size: number): Promise<Page[]> {
  const pages = [await fetchPage(list, { last: size })];
  for (let page = pages[0]; page?.pageInfo.hasPreviousPage; page = pages.at(-1))
    pages.push(await fetchPage(list, { last: size, before: page.pageInfo.startCursor }));
  return pages;
}

export function idsOf(page: Page): string[] {
  return page.edges.map(({ node }) => node.id);
}
