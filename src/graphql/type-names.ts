import { isAbstractType, type GraphQLSchema } from 'graphql';

/** Says which type an object is, where a field may answer with several. */
export function named<T extends object>(typeName: string, object: T): T {
  return Object.assign(object, { __typename: typeName });
}

/**
 * Makes the schema read the types of such objects there. TypeGraphQL asks for them asynchronously, which costs a promise
 * an object and cannot be compiled (see server/compiled-queries.ts).
 */
export function withTypeNames(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = ({ __typename }: { __typename?: string }) => __typename;
  }
  return schema;
}
