import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';

/** Nothing for an operation without variables, optional when none is required. */
type Arguments<Variables> = {} extends Variables ? [variables?: Variables] : [variables: Variables];

export interface Endpoint {
  url: string;
  /** For a signed-in user: `{ authorization: 'Bearer …' }`. */
  headers?: Record<string, string>;
}

/** Sends a document of operations.ts and answers its data; throws when there are GraphQL errors. */
export async function request<Data, Variables>(
  { url, headers }: Endpoint,
  document: TypedDocumentNode<Data, Variables>,
  ...[variables]: Arguments<Variables>
): Promise<Data> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query: print(document), variables }),
  });
  const { data, errors } = (await response.json()) as { data?: Data | null; errors?: unknown };
  if (errors || !data) throw new Error(`HTTP ${response.status}`, { cause: errors });
  return data;
}
