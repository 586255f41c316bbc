import type { Operation } from './queries.js';

/** A request as the load generator sends it: everything that can be made beforehand is. */
export interface PreparedRequest {
  headers: Record<string, string>;
  body: string;
}

export function prepare(
  operation: { query: string; token?: string },
  input?: object,
  address?: string,
): PreparedRequest {
  const { query, token } = operation;
  return {
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(address === undefined ? {} : { 'x-forwarded-for': address }),
    },
    body: JSON.stringify({ query, variables: input && { input } }),
  };
}

/** The same operation, for each connection as whoever asks on it. */
export function prepareForAll({ query, tokens }: Operation): PreparedRequest[] {
  return tokens === undefined ? [prepare({ query })] : tokens.map((token) => prepare({ query, token }));
}

/** Why an answer will not do; null when it will. */
export function problemOf(status: number, body: string): string | null {
  // A quotation mark inside a text would be escaped, so these are keys of the answer itself.
  const isGood = status === 200 && !body.includes('"errors":[') && !body.includes('"userErrors":[{');
  return isGood ? null : `status ${status}: ${body.slice(0, 500)}`;
}
