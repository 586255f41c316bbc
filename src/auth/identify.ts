import type { Viewer } from '../graphql/viewer.js';
import type { Clock } from '../platform/clock.js';
import type { Database } from '../platform/database/database.js';
import type { Log } from '../platform/request-log.js';
import { findViewer } from './find-viewer.js';
import { noteSessionUse } from './note-session-use.js';
import { TokenProblem, type AccessClaims } from './tokens.js';
import type { VerifiedTokens } from './verified-tokens.js';

interface Sources {
  db: Database;
  clock: Clock;
  tokens: VerifiedTokens;
}

/** Who an Authorization header speaks for, or why it speaks for nobody: no good token, or its session has ended. */
export type Identity =
  { viewer: Viewer; claims: AccessClaims } | { viewer: null; problem: 'token' | 'session' };

const BEARER = /^Bearer +([\w.~+/-]+=*)$/i;

export async function identify(
  { db, clock, tokens }: Sources,
  log: Log,
  authorization: string,
  ip: string,
): Promise<Identity> {
  const now = clock.now();
  const claims = claimsIn(tokens, authorization, now);
  if (!claims) return { viewer: null, problem: 'token' };
  const presence = await findViewer(db, claims, now);
  if (!presence) return { viewer: null, problem: 'session' };
  await noteSessionUse(db, log, presence, { ip, now });
  return { viewer: presence.viewer, claims };
}

function claimsIn(tokens: VerifiedTokens, authorization: string, now: Date): AccessClaims | null {
  const token = BEARER.exec(authorization)?.[1];
  if (token === undefined) return null;
  try {
    return tokens.verifyAccess(token, now);
  } catch (error) {
    if (error instanceof TokenProblem) return null;
    throw error;
  }
}
