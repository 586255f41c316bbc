import type { GraphQLField, GraphQLObjectType } from 'graphql';

/**
 * Marks the operations of somebody who is not signed in: an expired access token sent along out of habit does not
 * stand in their way.
 */
export const IGNORES_STALE_TOKEN = { ignoresStaleToken: true } as const;

/** Whether a field of an operation's root type is marked as one of these. */
export function ignoresStaleToken(root: GraphQLObjectType | null | undefined, fieldName: string): boolean {
  const field: GraphQLField<unknown, unknown> | undefined = root?.getFields()[fieldName];
  return field?.extensions['ignoresStaleToken' satisfies keyof typeof IGNORES_STALE_TOKEN] === true;
}
