import {
  getNamedType,
  isListType,
  getNullableType,
  isLeafType,
  isObjectType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import type { Answer, GraphqlClient } from '../support/graphql-client.js';
import type { Outcome } from './permissions.js';
import { isNode } from './missing-rows.js';
import { wholeSelection } from './whole-answers.js';

interface Refusal {
  code: string;
}

interface Taken {
  userErrors?: Refusal[];
  [result: string]: unknown;
}

export function fieldOf(
  schema: GraphQLSchema,
  root: 'Query' | 'Mutation',
  name: string,
): GraphQLField<unknown, unknown> {
  const type = schema.getType(root);
  const field = isObjectType(type) ? type.getFields()[name] : undefined;
  if (!field) throw new Error(`the schema has no ${name}`);
  return field;
}

/** Sends a mutation, and tells what became of it. */
export async function tryMutation(
  schema: GraphQLSchema,
  client: GraphqlClient,
  name: string,
  input: Record<string, unknown>,
): Promise<Outcome> {
  const field = fieldOf(schema, 'Mutation', name);
  const [declared, passed] = withArguments(field, { input });
  const selection = selectionOfErrors(getNamedType(field.type));
  const answer = await client.send<{ act: Taken | null } | null>(
    `mutation ${declared} { act: ${name}${passed} { __typename ${selection} } }`,
    { input },
  );
  return outcomeOf(answer, answer.data?.act);
}

/** Where a payload tells what was wrong with the whole, or with the parts of it. */
function selectionOfErrors(payload: GraphQLNamedType): string {
  if (!isObjectType(payload)) return '';
  return Object.values(payload.getFields())
    .map(({ name, type }) => {
      if (name === 'userErrors') return 'userErrors { code }';
      const part = getNamedType(type);
      const hasErrors =
        isListType(getNullableType(type)) && isObjectType(part) && part.getFields()['userErrors'];
      return hasErrors ? `${name} { userErrors { code } }` : '';
    })
    .join(' ');
}

/** Asks a query for everything, and tells what became of it and what came. */
export async function tryQuery(
  schema: GraphQLSchema,
  client: GraphqlClient,
  name: string,
  args: Record<string, unknown>,
): Promise<{ outcome: Outcome; value: unknown }> {
  const field = fieldOf(schema, 'Query', name);
  const [declared, passed] = withArguments(field, args);
  const type = getNamedType(field.type);
  const whole = isNode(type) ? '{ __typename }' : wholeSelection(type);
  const answer = await client.send<{ answer: unknown } | null>(
    `query ${declared} { answer: ${name}${passed} ${isLeafType(type) ? '' : whole} }`,
    args,
  );
  const value = answer.data?.answer;
  return { outcome: outcomeOf(answer, value), value };
}

/** Declaration and use of those arguments there are values for. */
function withArguments(
  { args }: GraphQLField<unknown, unknown>,
  values: Record<string, unknown>,
): [string, string] {
  const used = args.filter(({ name }) => name in values);
  if (used.length === 0) return ['', ''];
  const declared = used.map(({ name, type }) => `$${name}: ${String(type)}`);
  const passed = used.map(({ name }) => `${name}: $${name}`);
  return [`(${declared.join(', ')})`, `(${passed.join(', ')})`];
}

function outcomeOf({ errors }: Answer<unknown>, value: unknown): Outcome {
  if (errors?.[0]) return errors[0].extensions.code as Outcome;
  const [refused] = userErrorsIn(value);
  if (refused) return `user error ${refused.code}`;
  const isNull = Array.isArray(value) ? value.every((item) => item === null) : value === null;
  return isNull ? 'null' : 'allowed';
}

/** Errors about the whole; or about its parts, if none of them was carried out. */
function userErrorsIn(value: unknown): Refusal[] {
  if (typeof value !== 'object' || value === null) return [];
  const { userErrors = [], ...results } = value as Taken;
  const parts = Object.values(results).filter(Array.isArray).flat() as Taken[];
  const errors = parts.map((part) => userErrorsIn(part));
  return errors.some(({ length }) => length === 0) ? userErrors : [...userErrors, ...errors.flat()];
}
