import { HeaderMap, type ApolloServer } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { RequestContext } from './request-context.js';

type ContextOf = (request: FastifyRequest) => Promise<RequestContext>;

/** Serves GraphQL over HTTP on /graphql. */
export function addGraphqlRoute(
  app: FastifyInstance,
  apollo: ApolloServer<RequestContext>,
  contextOf: ContextOf,
): void {
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    // The explorer's page brings scripts of its own; to an answer in JSON a content policy means nothing.
    helmet: { contentSecurityPolicy: false },
    handler: async (request, reply) => {
      // Made out here: an error in making it would be answered by Apollo without a request id, and logged by nobody.
      const context = await contextOf(request);
      const { status, headers, body } = await apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: {
          method: request.method,
          headers: headersOf(request),
          search: new URL(request.url, 'http://localhost').search,
          body: request.body,
        },
        context: async () => context,
      });
      return send(reply.status(status ?? 200).headers(Object.fromEntries(headers)), body);
    },
  });
}

type Body = Awaited<ReturnType<ApolloServer['executeHTTPGraphQLRequest']>>['body'];

async function send(reply: FastifyReply, body: Body): Promise<FastifyReply> {
  if (body.kind === 'complete') return reply.send(body.string);
  // Incremental delivery is not offered: graphql 16 has no @defer. Whole all the same, should it ever arrive.
  let whole = '';
  for await (const chunk of body.asyncIterator) whole += chunk;
  return reply.send(whole);
}

function headersOf({ headers }: FastifyRequest): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return map;
}
