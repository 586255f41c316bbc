import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import type { DocumentNode, ExecutionResult, GraphQLSchema } from 'graphql';
import type { RequestContext } from './request-context.js';

/** A valid operation that is to be executed. */
export interface Execution {
  document: DocumentNode;
  context: RequestContext;
  operationName: string | undefined;
  variables: Record<string, unknown>;
}

export type Executor = (execution: Execution) => Promise<ExecutionResult>;

type Gateway = NonNullable<ApolloServerOptionsWithGateway<RequestContext>['gateway']>;

/** Apollo Server lets executors in through its gateway interface only. */
export function gatewayOf(schema: GraphQLSchema, execute: Executor): Gateway {
  return {
    load: async () => ({
      executor: ({ document, context, request: { operationName, variables = {} } }) =>
        // Ours, whatever gateways of others take it for.
        execute({ document, context: context as RequestContext, operationName, variables }),
    }),
    onSchemaLoadOrUpdate: (tell) => {
      tell({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    stop: async () => undefined,
  };
}
