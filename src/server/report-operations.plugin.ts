import { performance } from 'node:perf_hooks';
import type { ApolloServerPlugin } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import type { GraphQLFormattedError } from 'graphql';
import type { Metrics } from '../platform/metrics.js';
import type { RequestContext } from './request-context.js';

const OURS = 'INTERNAL_SERVER_ERROR';

/**
 * One log line and one measurement per operation; the full story of our own errors goes to the log, and their request
 * id to the client. Never a hook per field: that alone would double the cost of a request.
 */
export function reportOperations(metrics: Metrics): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: async () => {
      const start = performance.now();
      return {
        didEncounterErrors: async ({ errors, contextValue }) => {
          for (const error of errors) {
            const code = error.extensions['code'];
            if (code === undefined || code === OURS)
              contextValue.log.error(
                { err: unwrapResolverError(error), path: error.path },
                'unexpected error',
              );
          }
        },
        willSendResponse: async ({ response, operation, operationName, contextValue }) => {
          const result =
            response.body.kind === 'single' ? response.body.singleResult : response.body.initialResult;
          const codes = (result.errors ?? []).map((error) => codeOf(error));
          for (const error of result.errors ?? []) {
            if (error.extensions?.['code'] === OURS)
              Object.assign(error.extensions, { requestId: contextValue.requestId });
          }
          for (const [name, value] of contextValue.responseHeaders) response.http.headers.set(name, value);

          const milliseconds = performance.now() - start;
          const outcome = codes.length === 0 ? 'ok' : codes.includes(OURS) ? 'server_error' : 'client_error';
          metrics.operations.observe({ type: operation?.operation ?? 'none', outcome }, milliseconds / 1000);
          for (const code of codes) metrics.errors.inc({ code });
          contextValue.log.info(
            {
              operation: operationName ?? '(anonymous)',
              type: operation?.operation,
              userId: contextValue.viewer?.userId,
              ms: Math.round(milliseconds * 10) / 10,
              ...(codes.length > 0 && { errors: codes }),
            },
            'operation',
          );
        },
      };
    },
  };
}

function codeOf({ extensions }: GraphQLFormattedError): string {
  const code = extensions?.['code'];
  return typeof code === 'string' ? code : OURS;
}
