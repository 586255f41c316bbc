import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Metrics } from '../platform/metrics.js';
import { isLoopback } from '../platform/network.js';
import type { Readiness } from './readiness.js';

/** What load balancers and Prometheus ask. */
export function addServiceRoutes(
  app: FastifyInstance,
  readiness: Readiness,
  metrics: Metrics,
  metricsToken: string | undefined,
): void {
  app.get('/livez', async () => ({ status: 'ok' }));

  app.get('/readyz', async (_request, reply) => {
    const checks = await readiness.check();
    const isReady = Object.values(checks).every((result) => result === 'ok');
    return reply.status(isReady ? 200 : 503).send({ status: isReady ? 'ok' : 'unavailable', checks });
  });

  app.get('/metrics', async (request, reply) => {
    if (!mayReadMetrics(request, metricsToken)) return reply.callNotFound();
    return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
}

/** This machine itself, unless it forwards for somebody else; others need the token. */
function mayReadMetrics(request: FastifyRequest, token: string | undefined): boolean {
  const isForwarded =
    request.headers['x-forwarded-for'] !== undefined || request.headers.forwarded !== undefined;
  if (isLoopback(request.socket.remoteAddress ?? '') && !isForwarded) return true;
  if (token === undefined) return false;
  const expected = Buffer.from(`Bearer ${token}`);
  const given = Buffer.from(request.headers.authorization ?? '');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
