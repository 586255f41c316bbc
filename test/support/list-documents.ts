import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isLeafType,
  isListType,
  isObjectType,
  isRequiredArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/** A query in which one list can be asked for at any length, and everything in it is selected. */
export interface ListDocument {
  /** Where the list is, such as `jobs` or `application.notes`. */
  path: string[];
  /** Takes `$n`, the length of the list. */
  text: string;
}

/** Literals for the required arguments of fields, by `field.argument` or by the argument alone. */
export type Arguments = Record<string, string>;

/** How far the walk follows objects and lists into each other. */
const DEPTH = 3;
/** How much of what is in a list is selected: as much as the server allows, from everything down to the list's own fields. */
const SELECTIONS = [2, 1, 0];
/** Length of the lists that are not the one asked about. */
const OTHERS = 2;

/**
 * One document for each list a query can reach, directly or through other objects and lists; without those so deep that
 * the server takes no document for them.
 */
export function listDocuments(
  schema: GraphQLSchema,
  args: Arguments,
  isTaken: (text: string) => boolean,
): ListDocument[] {
  const query = schema.getQueryType();
  if (!query) return [];
  return listPaths(schema, query, args, DEPTH).flatMap((path) => {
    const texts = SELECTIONS.map(
      (depth) => `query ($n: Int!) { ${along(schema, query, path, args, depth)} }`,
    );
    const text = texts.find(isTaken);
    return text === undefined ? [] : [{ path, text }];
  });
}

function listPaths(
  schema: GraphQLSchema,
  type: GraphQLObjectType,
  args: Arguments,
  depth: number,
): string[][] {
  return Object.values(type.getFields()).flatMap((field) => {
    if (argumentsOf(field, args, OTHERS) === null) return [];
    const here = isConnection(field) ? [[field.name]] : [];
    if (depth === 0) return here;
    const inside = objectsOf(schema, itemOf(field)).flatMap((object) =>
      listPaths(schema, object, args, depth - 1)
        // Twice on one way it costs what it costs once, and the limit of depth forbids going round.
        .filter((path) => !path.includes(field.name))
        .map((path) => [field.name].concat(path)),
    );
    return here.concat(inside);
  });
}

/** The selection of the list at the end of a path, whole, and of nothing beside the way to it. */
function along(
  schema: GraphQLSchema,
  type: GraphQLObjectType,
  path: string[],
  args: Arguments,
  depth: number,
): string {
  const [name = '', ...rest] = path;
  const field = type.getFields()[name];
  if (!field) throw new Error(`${type.name} has no field ${name}`);
  const isLast = rest.length === 0;
  const call = `${name}${argumentsOf(field, args, isLast ? '$n' : OTHERS) ?? ''}`;
  const items = objectsOf(schema, itemOf(field)).map((object) => {
    if (isLast) return whole(schema, object, args, depth);
    return object.getFields()[rest[0] ?? ''] ? along(schema, object, rest, args, depth) : '';
  });
  return `${call} { ${inList(field, spread(schema, itemOf(field), items))} }`;
}

/** Every field of an object, and of the objects and lists in it, down to a depth. */
function whole(schema: GraphQLSchema, type: GraphQLObjectType, args: Arguments, depth: number): string {
  return Object.values(type.getFields())
    .flatMap((field) => {
      const call = argumentsOf(field, args, OTHERS);
      if (call === null) return [];
      if (isLeafType(getNamedType(field.type))) return [`${field.name}${call}`];
      if (depth === 0) return [];
      const item = itemOf(field);
      const inner = objectsOf(schema, item).map((object) => whole(schema, object, args, depth - 1));
      return inner.some((selection) => selection.trim() !== '')
        ? [`${field.name}${call} { ${inList(field, spread(schema, item, inner))} }`]
        : [];
    })
    .join(' ');
}

const inList = (field: GraphQLField<unknown, unknown>, selection: string): string =>
  isConnection(field) ? `totalCount edges { node { ${selection} } }` : selection;

/** One fragment for each type an abstract type can be. */
function spread(schema: GraphQLSchema, type: GraphQLNamedType, selections: string[]): string {
  if (!isAbstractType(type)) return `__typename ${selections.join(' ')}`;
  const fragments = schema.getPossibleTypes(type).map((possible, index) => {
    const selection = selections[index]?.trim();
    return selection ? `... on ${possible.name} { ${selection} }` : '';
  });
  return `__typename ${fragments.join(' ')}`;
}

function isConnection(field: GraphQLField<unknown, unknown>): boolean {
  return getNamedType(field.type).name.endsWith('Connection') && !isListType(getNullableType(field.type));
}

/** What is in a list, or the object itself. */
function itemOf(field: GraphQLField<unknown, unknown>): GraphQLNamedType {
  const type = getNamedType(field.type);
  if (!isConnection(field) || !isObjectType(type)) return type;
  const edge = getNamedType(type.getFields()['edges']?.type);
  const node = isObjectType(edge) ? edge.getFields()['node'] : undefined;
  if (!node) throw new Error(`${type.name} is no connection`);
  return getNamedType(node.type);
}

function objectsOf(schema: GraphQLSchema, type: GraphQLNamedType): readonly GraphQLObjectType[] {
  if (isObjectType(type)) return [type];
  return isAbstractType(type) ? schema.getPossibleTypes(type) : [];
}

/** `(jobId: "…", first: 5)`; null when a required argument is not known. */
function argumentsOf(
  field: GraphQLField<unknown, unknown>,
  known: Arguments,
  length: number | string,
): string | null {
  const values: string[] = [];
  for (const arg of field.args) {
    const value =
      known[`${field.name}.${arg.name}`] ?? (isRequiredArgument(arg) ? known[arg.name] : undefined);
    if (value !== undefined) values.push(`${arg.name}: ${value}`);
    else if (isRequiredArgument(arg)) return null;
  }
  if (isConnection(field)) values.push(`first: ${length}`);
  return values.length === 0 ? '' : `(${values.join(', ')})`;
}
