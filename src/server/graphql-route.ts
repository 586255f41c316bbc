import { HeaderMap, type ApolloServer } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { WebSocket } from 'ws';
import { errorBody } from './http-errors.js';
import { MAX_REQUEST_BYTES } from './live/prepare-subscription.js';
import { wantsEvents } from './live/sse-handler.js';
import type { RequestContext } from './request-context.js';

interface GraphqlRoute {
  apollo: ApolloServer<RequestContext>;
  contextOf: (request: FastifyRequest) => Promise<RequestContext>;
  maySocketOpen: (request: FastifyRequest) => boolean;
  onSocket: (socket: WebSocket, request: FastifyRequest) => void;
  onStream: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;
}

/** Serves GraphQL over HTTP on /graphql, and subscriptions there over WebSocket and as server-sent events. */
export function addGraphqlRoute(app: FastifyInstance, { apollo, contextOf, ...live }: GraphqlRoute): void {
  const config = { showsPage: true };
  const handler = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    // Made out here: an error in making it would be answered by Apollo without a request id, and logged by nobody.
    const context = await contextOf(request);
    const { status, headers, body } = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: request.method,
        headers: headersOf(request),
        search: request.method === 'GET' ? new URL(request.url, 'http://localhost').search : '',
        body: request.body,
      },
      context: async () => context,
    });
    const text = await wholeText(body);
    const { kept } = context.answer;
    return reply
      .status(status ?? 200)
      .headers(Object.fromEntries(headers))
      .send(kept?.text === text ? kept.bytes : text);
  };
  app.post('/graphql/stream', { bodyLimit: MAX_REQUEST_BYTES }, live.onStream);
  app.post('/graphql', { config }, (request, reply) =>
    wantsEvents(request) ? live.onStream(request, reply) : handler(request, reply),
  );
  app.route({
    method: 'GET',
    url: '/graphql',
    config,
    preValidation: async (request, reply) => {
      if (!request.ws || live.maySocketOpen(request)) return;
      await reply.status(403).send(errorBody('FORBIDDEN', 'This origin may not open connections.'));
    },
    handler,
    wsHandler: live.onSocket,
  });
}

type Body = Awaited<ReturnType<ApolloServer['executeHTTPGraphQLRequest']>>['body'];

async function wholeText(body: Body): Promise<string> {
  if (body.kind === 'complete') return body.string;
  // Incremental delivery is not offered: graphql 16 has no @defer. Whole all the same, should it ever arrive.
  let whole = '';
  for await (const chunk of body.asyncIterator) whole += chunk;
  return whole;
}

function headersOf({ headers }: FastifyRequest): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return map;
}
