import type { ApolloServerPlugin } from '@apollo/server';
import type { RequestContext } from './request-context.js';

/**
 * GraphQL over HTTP: to a client that asks for plain `application/json`, a well-formed request whose document is
 * wrong is answered with 200, because such clients take other statuses for transport errors. The newer
 * `application/graphql-response+json` keeps 400.
 */
export const plainJsonStatus: ApolloServerPlugin<RequestContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ request, response }) => {
      const accept = request.http?.headers.get('accept') ?? '';
      const isDocumentError = response.http.status === 400 && request.query !== undefined;
      if (isDocumentError && accept.includes('application/json')) response.http.status = 200;
    },
  }),
};
