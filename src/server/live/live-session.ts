import { findViewer } from '../../auth/find-viewer.js';
import { identify } from '../../auth/identify.js';
import type { AccessClaims } from '../../auth/tokens.js';
import type { Client, Context } from '../../graphql/context.js';
import type { Viewer } from '../../graphql/viewer.js';
import type { Log } from '../../platform/request-log.js';
import type { ContextSources, RequestContext } from '../request-context.js';
import { ENDINGS, type Ending } from './endings.js';

/** Who is at the other end of a live connection. */
export interface Caller {
  client: Client;
  requestId: string;
  log: Log;
}

/** Checks the token a live connection begins with. */
export async function openSession(
  sources: ContextSources,
  caller: Caller,
  authorization: string | undefined,
): Promise<LiveSession | Ending> {
  if (authorization === undefined) return ENDINGS.noToken;
  const identity = await identify(sources, caller.log, authorization, caller.client.ip);
  if (identity.viewer) return new LiveSession(sources, caller, identity.claims);
  return identity.problem === 'token' ? ENDINGS.noToken : ENDINGS.sessionEnded;
}

/** The session behind a live connection. It makes contexts, each with the viewer as they are at that moment. */
export class LiveSession {
  constructor(
    private readonly sources: ContextSources,
    private readonly caller: Caller,
    readonly claims: AccessClaims,
  ) {}

  /** A context with loaders of its own; or why there is none any more. */
  async context(eventsOf: Context['eventsOf'] = null): Promise<RequestContext | Ending> {
    const now = this.sources.clock.now();
    if (this.claims.expiresAt <= now) return ENDINGS.tokenExpired;
    const presence = await findViewer(this.sources.db, this.claims, now);
    return presence ? this.#contextFor(presence.viewer, eventsOf) : ENDINGS.sessionEnded;
  }

  #contextFor(viewer: Viewer, eventsOf: Context['eventsOf']): RequestContext {
    const { db, clock, mailLinks } = this.sources;
    return {
      viewer,
      hasStaleToken: false,
      answer: { kept: null },
      db,
      clock,
      mailLinks,
      ...this.caller,
      responseHeaders: new Map(),
      loaders: new Map(),
      callsLeft: Infinity,
      eventsOf,
    };
  }
}

export function isEnding(result: LiveSession | RequestContext | Ending): result is Ending {
  return 'closeCode' in result;
}
