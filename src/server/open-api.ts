import type { FastifyInstance } from 'fastify';
import { VerifiedTokens } from '../auth/verified-tokens.js';
import { createRateLimits } from '../graphql/rate-limit.js';
import { RequestLog } from '../platform/request-log.js';
import { createApollo } from './apollo.js';
import { closeHttpServer } from './close-http-server.js';
import { compiledQueries } from './compiled-queries.js';
import { addExplorerRoutes } from './explorer-routes.js';
import { addFileRoutes } from './file-routes.js';
import { addGraphqlRoute } from './graphql-route.js';
import { createHttpServer } from './http.js';
import { addLogoRoute } from './logo-route.js';
import { openLive } from './live/open-live.js';
import { mayOpenSocket } from './live/origins.js';
import type { Foundations, Parts } from './open-parts.js';
import { PublicAnswers } from './public-answers.js';
import { requestContext } from './request-context.js';
import { createSchema } from './schema.js';
import { addServiceRoutes } from './service-routes.js';

/** Puts the schema behind Apollo Server, and that and everything else behind HTTP; does not listen yet. */
export async function openApi(
  { config, log, db, clock, redis }: Foundations,
  parts: Parts,
  opened: AsyncDisposableStack,
): Promise<FastifyInstance> {
  const { services, mailLinks, events, metrics, readiness, files } = parts;
  const isDevelopment = config.mode !== 'production';
  const schema = await createSchema(services, createRateLimits(redis));
  const answers = new PublicAnswers(schema, services.publicCache, compiledQueries(schema));
  const apollo = createApollo({ schema, metrics, answers, hasSandbox: isDevelopment });
  await apollo.start();
  opened.defer(() => apollo.stop());
  const app = await createHttpServer(config, log);
  opened.defer(() => closeHttpServer(app));
  const sources = { db, clock, tokens: new VerifiedTokens(services.tokens), mailLinks };
  const live = openLive({ app, schema, sources, events, metrics, log });
  opened.defer(() => live.stop());
  addGraphqlRoute(app, {
    ...live,
    maySocketOpen: (request) => mayOpenSocket(request, config),
    apollo,
    contextOf: (request) => requestContext(sources, request, new RequestLog(log, request.id)),
  });
  if (files.local) addFileRoutes(app, files.local);
  addLogoRoute(app, files.disk);
  addServiceRoutes(app, readiness, metrics, config.metricsToken);
  if (isDevelopment) addExplorerRoutes(app);
  return app;
}
