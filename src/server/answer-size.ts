import {
  getNamedType,
  getNullableType,
  GraphQLError,
  isLeafType,
  isListType,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { getComplexity, type ComplexityEstimatorArgs } from 'graphql-query-complexity';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from '../graphql/page-args.js';
import { variablesKey } from './variables-key.js';

/** A hundred things with some ten others each, ten times over. */
const MAX_OBJECTS = 10_000;

/** How long a list without pages or ids is taken to be; all of them are short. */
const PLAIN_LIST = 5;

/** Of one document, with as many different lengths; more than that is no client that pages through a list. */
const MAX_KNOWN = 20;

/** Of all its lengths together; what is remembered takes no more room than the document. */
const MAX_KEY_LENGTH = 100;

const known = new WeakMap<DocumentNode, Map<string, number>>();

/** @throws GraphQLError when the answer of an operation could grow out of proportion */
export function checkAnswerSize(
  schema: GraphQLSchema,
  query: DocumentNode,
  variables: Record<string, unknown>,
  operationName: string | undefined,
): void {
  const size = sizeOf(() => answerSize(schema, query, variables, operationName));
  if (size <= MAX_OBJECTS) return;
  throw new GraphQLError(
    `This could answer ${size} objects, more than ${MAX_OBJECTS}: ask for shorter pages, or for fewer pages inside of pages.`,
    { extensions: { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400 } } },
  );
}

/** Variables that do not fit are for the execution to complain about. */
function sizeOf(measure: () => number): number {
  try {
    return measure();
  } catch (error) {
    if (error instanceof GraphQLError) return 0;
    throw error;
  }
}

/**
 * How many objects an operation may get at most, as far as its document tells: pages nested in pages multiply. Clients
 * send the same few documents, so what was found is kept with them.
 *
 * @throws GraphQLError when the variables do not fit the document
 */
function answerSize(
  schema: GraphQLSchema,
  query: DocumentNode,
  variables: Record<string, unknown>,
  operationName: string | undefined,
): number {
  const key = `${operationName ?? ''} ${variablesKey(query, variables, lengthIn)}`;
  const sizes = known.get(query) ?? new Map<string, number>();
  const found = sizes.get(key);
  if (found !== undefined) return found;
  const size = getComplexity({
    schema,
    query,
    variables,
    estimators: [objectsOf],
    ...(operationName !== undefined && { operationName }),
  });
  if (key.length > MAX_KEY_LENGTH) return size;
  if (sizes.size >= MAX_KNOWN) sizes.clear();
  known.set(query, sizes.set(key, size));
  return size;
}

/** What makes answers of one document differ in size: numbers, conditions, defaults, and how many ids a list has. */
function lengthIn(value: unknown): string {
  if (Array.isArray(value)) return `${value.length} ids`;
  return typeof value === 'string' || (typeof value === 'object' && value !== null) ? 'any' : String(value);
}

function objectsOf({ field, args, childComplexity }: ComplexityEstimatorArgs): number {
  const type = getNamedType(field.type);
  if (isLeafType(type)) return 0;
  if (type.name.endsWith('Connection')) return 1 + pageLength(args) * childComplexity;
  const isPlainList = isListType(getNullableType(field.type)) && !type.name.endsWith('Edge');
  return (isPlainList ? plainLength(args) : 1) * (1 + childComplexity);
}

/** A list asked for by ids is as long as they are many. */
function plainLength({ ids }: Record<string, unknown>): number {
  return Array.isArray(ids) ? ids.length : PLAIN_LIST;
}

function pageLength({ first, last }: Record<string, unknown>): number {
  const length = first ?? last ?? DEFAULT_PAGE_SIZE;
  return typeof length === 'number' ? Math.min(Math.max(length, 1), MAX_PAGE_SIZE) : DEFAULT_PAGE_SIZE;
}
