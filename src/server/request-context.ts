import { isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';
import { identify } from '../auth/identify.js';
import type { VerifiedTokens } from '../auth/verified-tokens.js';
import type { Client, Context } from '../graphql/context.js';
import type { Clock } from '../platform/clock.js';
import type { Database } from '../platform/database/database.js';
import type { MailLinks } from '../platform/mail/mail-links.js';
import { plainAddress } from '../platform/network.js';
import type { Log } from '../platform/request-log.js';

/** An answer that is kept, in the form it is sent in too: to encode it each time takes a fifth of the time of the whole request. */
export interface KeptAnswer {
  text: string;
  bytes: Buffer;
}

/** The context of a request, plus what only the server looks at. */
export interface RequestContext extends Context {
  /** An access token was sent but speaks for nobody any more. */
  hasStaleToken: boolean;
  /** Where the answer is left for whoever sends it, if it is a kept one. Apollo Server copies the context, not what is in it. */
  answer: { kept: KeptAnswer | null };
}

export interface ContextSources {
  db: Database;
  clock: Clock;
  tokens: VerifiedTokens;
  mailLinks: MailLinks;
}

/** Finds out who is asking. A token that does not hold makes the viewer null and is remembered. */
export async function requestContext(
  sources: ContextSources,
  request: FastifyRequest,
  log: Log,
): Promise<RequestContext> {
  const { authorization } = request.headers;
  const client = clientOf(request);
  const viewer =
    authorization === undefined ? null : (await identify(sources, log, authorization, client.ip)).viewer;
  return {
    viewer,
    hasStaleToken: authorization !== undefined && viewer === null,
    answer: { kept: null },
    db: sources.db,
    clock: sources.clock,
    mailLinks: sources.mailLinks,
    log,
    requestId: request.id,
    client,
    responseHeaders: new Map(),
    loaders: new Map(),
    callsLeft: Infinity,
    eventsOf: null,
  };
}

/** Where a request comes from. What a proxy claims may be no address at all; then it is the proxy's own. */
export function clientOf({ ip, socket, headers }: FastifyRequest): Client {
  const claimed = plainAddress(ip);
  return {
    ip: isIP(claimed) ? claimed : plainAddress(socket.remoteAddress ?? '0.0.0.0'),
    userAgent: headers['user-agent'] ?? null,
  };
}
