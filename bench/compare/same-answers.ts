import { isDeepStrictEqual } from 'node:util';
import { parseGlobalId } from '../../src/graphql/ids.js';
import type { Operation } from './queries.js';
import { prepareForAll, problemOf } from './requests.js';

/** Thrown when a server does not know what a query asks for. */
export class UnknownField extends Error {}

/** Asks once; answers the data. */
export async function answerOf(address: string, operation: Operation): Promise<unknown> {
  const [request] = prepareForAll(operation);
  const response = await fetch(address, { method: 'POST', ...request });
  const text = await response.text();
  if (text.includes('Cannot query field')) throw new UnknownField(text);
  const problem = problemOf(response.status, text);
  if (problem !== null) throw new Error(`${address}: ${problem}`);
  const answer = JSON.parse(text) as { data?: unknown };
  return answer.data ?? answer;
}

/**
 * An answer without what servers may write differently: typed ids or UUIDs, the digits of instants, and the user whom
 * PostGraphile puts between a candidate and their name.
 */
export function normalised(value: unknown): unknown {
  if (typeof value === 'string') return normalisedText(value);
  if (Array.isArray(value)) return value.map(normalised);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).flatMap(([key, inner]) =>
    key === 'user' ? Object.entries(inner as object) : [[key, inner] as const],
  );
  return Object.fromEntries(entries.map(([key, inner]) => [key, normalised(inner)]));
}

const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/;

function normalisedText(text: string): string {
  if (INSTANT.test(text)) return new Date(text).toISOString();
  return parseGlobalId(text)?.uuid ?? text;
}

/** Where two values differ first, as a path with both sides; null when they are equal. */
export function firstDifference(a: unknown, b: unknown, path = 'data'): string | null {
  if (isDeepStrictEqual(a, b)) return null;
  if (!isObject(a) || !isObject(b)) return `${path}: ${JSON.stringify(a)} and ${JSON.stringify(b)}`;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  for (const key of keys) {
    const difference = firstDifference(a[key], b[key], `${path}.${key}`);
    if (difference !== null) return difference;
  }
  return path;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
