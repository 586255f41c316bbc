import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from '../platform/logging.js';

const CODES: Record<number, string> = {
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  429: 'RATE_LIMITED',
};

type ErrorHandler = (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => void;

/** Makes errors outside GraphQL, such as a body that is no JSON, look like GraphQL's: JSON with a code, never HTML. */
export function graphqlErrorHandler(log: Logger): ErrorHandler {
  return (error, request, reply) => {
    const status = error.statusCode !== undefined && error.statusCode < 500 ? error.statusCode : 500;
    if (status === 500) log.error({ err: error, requestId: request.id }, 'unexpected HTTP error');
    const message =
      status === 500
        ? 'Something went wrong on our side. If it persists, report the request id.'
        : error.message;
    const code = status === 500 ? 'INTERNAL_SERVER_ERROR' : (CODES[status] ?? 'BAD_REQUEST');
    // An address that cannot be decoded gets here before any hook.
    void reply
      .status(status)
      .header('x-request-id', request.id)
      .send(errorBody(code, message, status === 500 ? request.id : undefined));
  };
}

/** Answers addresses where nothing is. */
export function answerUnknownAddresses(app: FastifyInstance): void {
  app.setNotFoundHandler((_request, reply) =>
    reply.status(404).send(errorBody('NOT_FOUND', 'Nothing lives at this address. The API is at /graphql.')),
  );
}

/** The body of an error, in the shape of GraphQL's. */
export function errorBody(code: string, message: string, requestId?: string): object {
  return { errors: [{ message, extensions: { code, ...(requestId !== undefined && { requestId }) } }] };
}
