import { randomUUID } from 'node:crypto';
import cors from '@fastify/cors';
import websocket from '@fastify/websocket';
import { fastify, type FastifyInstance } from 'fastify';
import { handleProtocols } from 'graphql-ws';
import type { Config } from '../config.js';
import type { Logger } from '../platform/logging.js';
import { noteUnusedConnections } from './close-http-server.js';
import { answerUnknownAddresses, graphqlErrorHandler } from './http-errors.js';
import { MAX_REQUEST_BYTES } from './live/prepare-subscription.js';
import { addSecurityHeaders } from './security-headers.js';

/** Room for the longest texts the inputs allow, in any alphabet. */
const MAX_BODY_BYTES = 512 * 1024;

/** A request id from outside goes into logs and headers; anything but a plain token is replaced. */
const REQUEST_ID = /^[\w-]{8,64}$/;

/** Long enough for a CV over a slow mobile line. */
const REQUEST_TIMEOUT_MS = 120_000;

/** The HTTP server without its routes: limits, headers, origins, request ids, and errors a GraphQL client can read. */
export async function createHttpServer(config: Config, log: Logger): Promise<FastifyInstance> {
  const errorHandler = graphqlErrorHandler(log);
  const app = fastify({
    frameworkErrors: errorHandler,
    bodyLimit: MAX_BODY_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    trustProxy: config.trustedProxies.length > 0 ? config.trustedProxies : false,
    genReqId: ({ headers }) => {
      const given = headers['x-request-id'];
      return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
    },
    logger: false,
    // Java's HTTP client offers `Upgrade: h2c` with every request; that is still a request.
    http: { shouldUpgradeCallback: ({ headers }) => headers.upgrade?.toLowerCase() === 'websocket' },
  });
  noteUnusedConnections(app.server);
  // The first hook: the next ones may answer, as CORS does a preflight.
  app.addHook('onRequest', async (request, reply) => {
    void reply.header('x-request-id', request.id);
  });
  addSecurityHeaders(app, config.mode === 'production');
  await app.register(cors, {
    // Tokens travel in a header, never in a cookie, so no origin gains anything by being let in; production names its own.
    origin: config.mode !== 'production' && config.allowedOrigins.length === 0 ? '*' : config.allowedOrigins,
    methods: ['GET', 'POST', 'PUT'],
    exposedHeaders: ['x-request-id', 'retry-after', 'ratelimit', 'ratelimit-policy'],
    maxAge: 86_400,
  });
  // Before any route: it has to see them all.
  await app.register(websocket, {
    options: { maxPayload: MAX_REQUEST_BYTES, handleProtocols },
    errorHandler: (_error, socket) => socket.terminate(),
    // Sockets are closed by then: see live/open-live.ts.
    preClose: (done) => done(),
  });
  app.setErrorHandler(errorHandler);
  answerUnknownAddresses(app);
  return app;
}
