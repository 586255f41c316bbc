import type { ErrorCode } from '../../graphql/errors.js';

/** Why a live connection is ended, as its client is told: by the code a WebSocket closes with, or by a last error. */
export interface Ending {
  closeCode: number;
  /** At most 123 bytes: it travels in the closing frame. */
  reason: string;
  /** Null when it is no mistake of the client: it is to connect again. */
  errorCode: ErrorCode | null;
}

/** The codes from 4400 on are those of graphql-ws, whose clients know which of them are worth another try. */
export const ENDINGS = {
  noToken: { closeCode: 4401, reason: 'No valid access token', errorCode: 'UNAUTHENTICATED' },
  tokenExpired: { closeCode: 4401, reason: 'The access token has expired', errorCode: 'UNAUTHENTICATED' },
  sessionEnded: { closeCode: 4403, reason: 'The session has ended', errorCode: 'UNAUTHENTICATED' },
  tooManyConnections: { closeCode: 4429, reason: 'Too many live connections', errorCode: 'RATE_LIMITED' },
  tooManyMessages: { closeCode: 4429, reason: 'Too many messages', errorCode: 'RATE_LIMITED' },
  badMessage: { closeCode: 4400, reason: 'Invalid message', errorCode: 'BAD_USER_INPUT' },
  // Clients of graphql-ws try again after 1013, and give up after 1011 or 4500.
  ourMistake: { closeCode: 1013, reason: 'Something went wrong on our side', errorCode: null },
  goingAway: { closeCode: 1001, reason: 'The server is stopping; connect again', errorCode: null },
} as const satisfies Record<string, Ending>;
