import type { FastifyInstance } from 'fastify';
import helmet, { type HelmetOptions } from 'helmet';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route shows an explorer's page, which brings scripts of its own; to an answer in JSON a content policy means nothing. */
    showsPage?: boolean;
  }
}

/**
 * Puts security headers on every answer. Helmet as it is, not its plugin for Fastify: that makes all of it anew for each
 * request and leaves a function on each reply (docs/decisions/0015 says why that is costly).
 */
export function addSecurityHeaders(app: FastifyInstance, isProduction: boolean): void {
  const everywhere: HelmetOptions = {
    strictTransportSecurity: isProduction ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    crossOriginResourcePolicy: { policy: 'cross-origin' },
  };
  const onPages = helmet({ ...everywhere, contentSecurityPolicy: false });
  const elsewhere = helmet({
    ...everywhere,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
  });
  app.addHook('onRequest', ({ raw, routeOptions }, reply, done) => {
    const setHeaders = routeOptions.config.showsPage === true ? onPages : elsewhere;
    setHeaders(raw, reply.raw, () => done());
  });
}
