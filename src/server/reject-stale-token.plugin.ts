import type { ApolloServerPlugin } from '@apollo/server';
import { Kind, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { unauthenticated } from '../graphql/errors.js';
import { ignoresStaleToken } from '../graphql/stale-token.js';
import type { RequestContext } from './request-context.js';

/**
 * Refuses requests whose access token no longer holds, rather than serving them as anonymous: the client would never
 * learn that it has to refresh. Signing in and refreshing are let through.
 */
export const rejectStaleToken: ApolloServerPlugin<RequestContext> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ contextValue, operation, schema }) => {
      if (contextValue.hasStaleToken && operation && !onlySignsIn(schema, operation)) {
        throw unauthenticated(
          'The access token has expired or its session has ended. Refresh it, or sign in again.',
        );
      }
    },
  }),
};

function onlySignsIn(schema: GraphQLSchema, operation: OperationDefinitionNode): boolean {
  const root = schema.getRootType(operation.operation);
  return operation.selectionSet.selections.every(
    (selection) => selection.kind === Kind.FIELD && ignoresStaleToken(root, selection.name.value),
  );
}
