import { isInterfaceType, isObjectType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { answerTypes } from '../support/read-schema.js';
import { PERMISSIONS } from './permission-table.js';
import type { TypeRow } from './permissions.js';

/** Where the rows are, a file for each domain. */
export const TABLE = 'test/permissions/table';

export const typeRows: TypeRow[] = PERMISSIONS.flatMap(({ types }) => types ?? []);

const ROOTS = { queries: 'Query', mutations: 'Mutation', subscriptions: 'Subscription' } as const;

/** What has to be added to the permission table, or taken out of it, for it to be about this schema. */
export function missingRows(schema: GraphQLSchema): string[] {
  return [
    ...Object.keys(ROOTS).flatMap((kind) => missingOperations(schema, kind as keyof typeof ROOTS)),
    ...missingTypes(schema),
    ...missingFields(schema),
  ];
}

function missingOperations(schema: GraphQLSchema, kind: keyof typeof ROOTS): string[] {
  const root = schema.getType(ROOTS[kind]);
  const inSchema = isObjectType(root) ? Object.keys(root.getFields()) : [];
  const inTable = new Set(
    PERMISSIONS.flatMap((domain) => domain[kind] ?? []).map(({ operation }) => operation),
  );
  return difference(
    inSchema,
    [...inTable],
    (operation) =>
      `nothing says who may do \`${operation}\`: ${toAdd(`{ operation: '${operation}', cells: … }`, kind)}`,
    (operation) => `the schema has no \`${operation}\`: take it out of the ${kind} in ${TABLE}`,
  );
}

function missingTypes(schema: GraphQLSchema): string[] {
  const roots = Object.values(ROOTS).map((root) => schema.getType(root));
  const needed = answerTypes(schema, roots).filter((type) => !isRoot(type) && !isWrapper(type));
  const withoutObjects = needed
    .filter((type) => isNode(type) && typeRows.some((row) => row.type === type.name && !row.objects))
    .map(
      ({ name }) =>
        `${name} implements Node: name \`objects\` of the permission world in its row in ${TABLE}`,
    );
  return difference(
    needed.map(({ name }) => name),
    typeRows.map(({ type }) => type),
    (type) => `nothing says who sees a ${type}: ${toAdd(`{ type: '${type}', seen: '…' }`, 'types')}`,
    (type) => `no answer holds a ${type}: take it out of the types in ${TABLE}`,
  ).concat(withoutObjects);
}

function missingFields(schema: GraphQLSchema): string[] {
  return typeRows.flatMap(({ type: name, fields = {} }) => {
    const type = schema.getType(name);
    const known = isObjectType(type) ? type.getFields() : {};
    return Object.keys(fields)
      .filter((field) => !(field in known))
      .map((field) => `the schema has no ${name}.${field}: take it out of the fields of ${name} in ${TABLE}`);
  });
}

const toAdd = (row: string, list: string): string =>
  `add ${row} to the ${list} of its domain in ${TABLE} (test/permissions/permission-table.ts tells how), then run \`npm run permissions\``;

function difference(
  schema: readonly string[],
  table: readonly string[],
  missing: (name: string) => string,
  outdated: (name: string) => string,
): string[] {
  return [
    ...schema.filter((name) => !table.includes(name)).map(missing),
    ...table.filter((name) => !schema.includes(name)).map(outdated),
  ];
}

const isRoot = ({ name }: GraphQLObjectType): boolean => Object.values<string>(ROOTS).includes(name);

/** Pages and payloads are seen by whoever may ask for them; the rows are about what is in them. */
const isWrapper = ({ name }: GraphQLObjectType): boolean => /(Connection|Edge|Payload)$/.test(name);

export function isNode(type: unknown): boolean {
  return (
    (isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node')) ||
    (isInterfaceType(type) && type.name === 'Node')
  );
}
