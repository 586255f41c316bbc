import { GraphQLError, type GraphQLErrorExtensions } from 'graphql';

/** Codes of request errors; docs/errors.md lists them for clients. */
export type ErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'BAD_USER_INPUT'
  | 'RATE_LIMITED'
  | 'SERVICE_BUSY'
  | 'PROVIDER_UNAVAILABLE';

/** An error the client is meant to read: its message and code go out as they are. */
export class ClientError extends GraphQLError {
  constructor(code: ErrorCode, message: string, extensions: GraphQLErrorExtensions = {}) {
    super(message, { extensions: { code, ...extensions } });
  }
}

export const unauthenticated = (
  message = 'Sign in first: send an access token in the Authorization header.',
) => new ClientError('UNAUTHENTICATED', message, { http: { status: 401 } });

export const forbidden = (message: string) => new ClientError('FORBIDDEN', message);

export const notFound = (what: string) => new ClientError('NOT_FOUND', `${what} not found.`);

export const badInput = (message: string) => new ClientError('BAD_USER_INPUT', message);
