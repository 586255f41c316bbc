import type { FastifyInstance } from 'fastify';
import { FIRST_DOCUMENT } from './first-document.js';

/** GraphiQL on /graphiql, whole in one page that needs no internet; and the way from / to Apollo Sandbox. */
export function addExplorerRoutes(app: FastifyInstance): void {
  app.get('/graphiql', { config: { showsPage: true } }, async (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(await graphiqlPage()),
  );
  app.get('/', async (_request, reply) => reply.redirect('/graphql'));
}

/** GraphiQL is larger than all the rest of the server: loaded when somebody wants to see it. */
async function graphiqlPage(): Promise<string> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  return renderGraphiQL({
    title: 'IntoWork API',
    endpoint: '/graphql',
    // Subscriptions as server-sent events: unlike a WebSocket they take the headers people type in.
    subscriptionsProtocol: 'GRAPHQL_SSE',
    method: 'POST',
    defaultQuery: FIRST_DOCUMENT,
  });
}
