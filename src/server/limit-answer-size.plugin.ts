import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { answerSize } from './answer-size.js';
import type { RequestContext } from './request-context.js';

/** A hundred things with some ten others each, ten times over. */
export const MAX_OBJECTS = 10_000;

/** Refuses an operation whose answer could grow out of proportion, before anything is read for it. */
export const limitAnswerSize: ApolloServerPlugin<RequestContext> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ schema, document, request }) => {
      const size = sizeOf(() => answerSize(schema, document, request.variables ?? {}, request.operationName));
      if (size <= MAX_OBJECTS) return;
      throw new GraphQLError(
        `This could answer ${size} objects, more than ${MAX_OBJECTS}: ask for shorter pages, or for fewer pages inside of pages.`,
        { extensions: { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400 } } },
      );
    },
  }),
};

/** Variables that do not fit are for the execution to complain about. */
function sizeOf(measure: () => number): number {
  try {
    return measure();
  } catch (error) {
    if (error instanceof GraphQLError) return 0;
    throw error;
  }
}
