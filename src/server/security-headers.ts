import { IncomingMessage, ServerResponse, type OutgoingHttpHeaders } from 'node:http';
import { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import helmet, { type HelmetOptions } from 'helmet';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route shows an explorer's page, which brings scripts of its own; to an answer in JSON a content policy means nothing. */
    showsPage?: boolean;
  }
}

/** Puts security headers on every answer: those of `helmet`, which are the same each time, asked for once. */
export function addSecurityHeaders(app: FastifyInstance, isProduction: boolean): void {
  const everywhere: HelmetOptions = {
    strictTransportSecurity: isProduction ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    crossOriginResourcePolicy: { policy: 'cross-origin' },
  };
  const onPages = headersOf({ ...everywhere, contentSecurityPolicy: false });
  const elsewhere = headersOf({
    ...everywhere,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
  });
  app.addHook('onRequest', ({ routeOptions }, reply, done) => {
    reply.headers(routeOptions.config.showsPage === true ? onPages : elsewhere);
    done();
  });
}

/** What helmet would put on an answer, found on one that goes nowhere. */
function headersOf(options: HelmetOptions): OutgoingHttpHeaders {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  helmet(options)(request, response, (error) => {
    if (error !== undefined) throw error;
  });
  return response.getHeaders();
}
