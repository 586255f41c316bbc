import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import type { FastifyInstance } from 'fastify';
import { FIRST_DOCUMENT } from './first-document.js';

/** GraphiQL on /graphiql, whole in one page that needs no internet; and the way from / to Apollo Sandbox. */
export function addExplorerRoutes(app: FastifyInstance): void {
  const page = renderGraphiQL({
    title: 'IntoWork API',
    endpoint: '/graphql',
    // Subscriptions as server-sent events: unlike a WebSocket they take the headers people type in.
    subscriptionsProtocol: 'GRAPHQL_SSE',
    method: 'POST',
    defaultQuery: FIRST_DOCUMENT,
  });
  app.get('/graphiql', { helmet: { contentSecurityPolicy: false } }, async (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(page),
  );
  app.get('/', async (_request, reply) => reply.redirect('/graphql'));
}
