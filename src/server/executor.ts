import { HeaderMap, type ApolloServerOptionsWithGateway, type ApolloServerPlugin } from '@apollo/server';
import { execute, type DocumentNode, type ExecutionResult, type GraphQLSchema } from 'graphql';
import type { RequestContext } from './request-context.js';

/** A valid operation that is to be executed. */
export interface Execution {
  document: DocumentNode;
  context: RequestContext;
  operationName: string | undefined;
  variables: Record<string, unknown>;
}

export type Executor = (execution: Execution) => Promise<ExecutionResult>;

interface ExecutorOptions {
  gateway: NonNullable<ApolloServerOptionsWithGateway<RequestContext>['gateway']>;
  plugin: ApolloServerPlugin<RequestContext>;
}

/**
 * Makes Apollo Server use an executor of ours. It lets one in as a gateway only, and what it makes for a gateway keeps the
 * request in memory for long (docs/decisions/0015). So a plugin executes and answers; a result with errors is handed on to
 * Apollo, which makes an answer of it, through the gateway.
 */
export function executingWith(schema: GraphQLSchema, executeWell: Executor): ExecutorOptions {
  const withErrors = new WeakMap<RequestContext, Promise<ExecutionResult>>();
  return {
    plugin: {
      requestDidStart: async () => ({
        responseForOperation: async ({ document, contextValue: context, operation, request }) => {
          // The types promise an operation, but a name that the document does not have comes this far too.
          if (!(operation as unknown)) return null;
          const { operationName, variables = {} } = request;
          const execution = executeWell({ document, context, operationName, variables });
          const data = await dataOf(execution);
          if (data === undefined) {
            withErrors.set(context, execution);
            return null;
          }
          return {
            http: { status: undefined, headers: new HeaderMap() },
            body: { kind: 'single', singleResult: { data } },
          };
        },
      }),
    },
    gateway: {
      load: async () => ({
        executor: async ({ document, context, request: { operationName } }) =>
          // Ours, whatever gateways of others take it for. Without errors of its own it has an operation the document does
          // not have: graphql-js says so, and executes nothing.
          withErrors.get(context as RequestContext) ?? execute({ schema, document, operationName }),
      }),
      onSchemaLoadOrUpdate: (tell) => {
        tell({ apiSchema: schema, coreSupergraphSdl: '' });
        return () => undefined;
      },
      stop: async () => undefined,
    },
  };
}

/** Undefined if there are errors, or executing failed altogether. */
async function dataOf(execution: Promise<ExecutionResult>): Promise<ExecutionResult['data']> {
  try {
    const { data, errors } = await execution;
    return errors ? undefined : data;
  } catch {
    return undefined;
  }
}
