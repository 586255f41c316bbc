import type { FastifyRequest } from 'fastify';
import type { Config } from '../../config.js';

/** Browsers ask nobody before they open a WebSocket, so what CORS decides for requests is decided here for sockets. */
export function mayOpenSocket(
  { headers }: FastifyRequest,
  { mode, allowedOrigins }: Pick<Config, 'mode' | 'allowedOrigins'>,
): boolean {
  const { origin, host } = headers;
  // No browser.
  if (origin === undefined) return true;
  if (mode !== 'production' && allowedOrigins.length === 0) return true;
  return allowedOrigins.includes(origin) || (URL.canParse(origin) && new URL(origin).host === host);
}
