import {
  buildClientSchema,
  getIntrospectionQuery,
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type IntrospectionQuery,
} from 'graphql';
import type { TestServer } from './test-server.js';

/** The schema as the server tells it to anybody. */
export async function readSchema(server: TestServer): Promise<GraphQLSchema> {
  return buildClientSchema(await server.client().data<IntrospectionQuery>(getIntrospectionQuery()));
}

/** Every object type that can turn up in an answer, or in the answers of some roots only. */
export function answerTypes(
  schema: GraphQLSchema,
  roots: readonly (GraphQLNamedType | null | undefined)[] = [schema.getQueryType(), schema.getMutationType()],
): GraphQLObjectType[] {
  const found = new Set<GraphQLNamedType>();
  const open = [...roots];
  while (open.length > 0) {
    const type = open.pop();
    if (!type || found.has(type)) continue;
    found.add(type);
    if (isAbstractType(type)) open.push(...schema.getPossibleTypes(type));
    if (isObjectType(type))
      open.push(...Object.values(type.getFields()).map(({ type: of }) => getNamedType(of)));
  }
  return [...found].filter(isObjectType);
}

/** A selection of every field of a type that needs no argument, and of theirs, down to a depth. */
export function everyField(type: GraphQLObjectType, depth: number): string {
  const selections = Object.values(type.getFields())
    .filter((field) => field.args.length === 0)
    .flatMap((field) => {
      const named = getNamedType(field.type);
      if (isLeafType(named)) return [field.name];
      return isObjectType(named) && depth > 1 ? [`${field.name} ${everyField(named, depth - 1)}`] : [];
    });
  return `{ ${selections.join(' ')} }`;
}
