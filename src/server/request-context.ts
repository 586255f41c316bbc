import { isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';
import { findViewer } from '../auth/find-viewer.js';
import { noteSessionUse } from '../auth/note-session-use.js';
import { TokenProblem, type Tokens } from '../auth/tokens.js';
import type { Context } from '../graphql/context.js';
import type { Viewer } from '../graphql/viewer.js';
import type { Clock } from '../platform/clock.js';
import type { Database } from '../platform/database/database.js';
import type { Logger } from '../platform/logging.js';
import type { MailLinks } from '../platform/mail/mail-links.js';
import { plainAddress } from '../platform/network.js';

/** The context of a request, plus what only the server looks at. */
export interface RequestContext extends Context {
  /** An access token was sent but speaks for nobody any more. */
  hasStaleToken: boolean;
}

export interface ContextSources {
  db: Database;
  clock: Clock;
  tokens: Tokens;
  mailLinks: MailLinks;
}

const BEARER = /^Bearer +([\w.~+/-]+=*)$/i;

/** Finds out who is asking. A token that does not hold makes the viewer null and is remembered. */
export async function requestContext(
  sources: ContextSources,
  request: FastifyRequest,
  log: Logger,
): Promise<RequestContext> {
  const { authorization } = request.headers;
  const ip = clientAddress(request);
  const viewer = authorization === undefined ? null : await viewerBehind(sources, log, authorization, ip);
  return {
    viewer,
    hasStaleToken: authorization !== undefined && viewer === null,
    db: sources.db,
    clock: sources.clock,
    mailLinks: sources.mailLinks,
    log,
    requestId: request.id,
    client: { ip, userAgent: request.headers['user-agent'] ?? null },
    responseHeaders: new Map(),
  };
}

/** What a proxy claims may be no address at all; then it is the proxy's own. */
function clientAddress({ ip, socket }: FastifyRequest): string {
  const claimed = plainAddress(ip);
  return isIP(claimed) ? claimed : plainAddress(socket.remoteAddress ?? '0.0.0.0');
}

async function viewerBehind(
  { db, clock, tokens }: ContextSources,
  log: Logger,
  authorization: string,
  ip: string,
): Promise<Viewer | null> {
  const token = BEARER.exec(authorization)?.[1];
  if (token === undefined) return null;
  const now = clock.now();
  try {
    const presence = await findViewer(db, tokens.verifyAccess(token, now), now);
    if (!presence) return null;
    await noteSessionUse(db, log, presence, { ip, now });
    return presence.viewer;
  } catch (error) {
    if (error instanceof TokenProblem) return null;
    throw error;
  }
}
