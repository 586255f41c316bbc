import type { ApolloServerPlugin } from '@apollo/server';
import { checkAnswerSize } from './answer-size.js';
import type { RequestContext } from './request-context.js';

/** Refuses an operation whose answer could grow out of proportion, before anything is read for it. */
export const limitAnswerSize: ApolloServerPlugin<RequestContext> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ schema, document, operation, request }) => {
      // Named by what the document does not have, nothing will be executed.
      if (!operation) return;
      checkAnswerSize(schema, document, request.variables ?? {}, request.operationName);
    },
  }),
};
