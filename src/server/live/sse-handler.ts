import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { z } from 'zod';
import { RequestLog } from '../../platform/request-log.js';
import { formatError } from '../format-error.js';
import { errorBody } from '../http-errors.js';
import { clientOf } from '../request-context.js';
import { ENDINGS } from './endings.js';
import { isEnding, openSession, type Caller, type LiveSession } from './live-session.js';
import type { LiveSurroundings } from './live-surroundings.js';
import { GraphQLErrors, prepareSubscription, refused } from './prepare-subscription.js';
import { runSubscription } from './run-subscription.js';
import { SseStream } from './sse-stream.js';

const body = z.object({
  query: z.string(),
  operationName: z.string().nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
});

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  // Else nginx keeps events back until it has many.
  'x-accel-buffering': 'no',
};

/** Serves a subscription as server-sent events, one a request: what graphql-sse calls "distinct connections". */
export function sseHandler(
  schema: GraphQLSchema,
  around: LiveSurroundings,
): (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply> {
  return async (request, reply) => {
    const { accept = '*/*' } = request.headers;
    if (!/text\/event-stream|(text|\*)\/\*/i.test(accept)) {
      return refuse(reply, 406, 'NOT_ACCEPTABLE', 'The answer is a text/event-stream.');
    }
    const log = new RequestLog(around.log, request.id);
    const caller: Caller = { client: clientOf(request), requestId: request.id, log };
    const session = await openSession(around.sources, caller, request.headers.authorization);
    if (isEnding(session)) return refuse(reply, 401, 'UNAUTHENTICATED', `${session.reason}.`);
    return serve(schema, around, { request, reply, caller, session });
  };
}

/** Whether a client wants nothing but events; one that takes JSON too, as curl takes everything, gets JSON. */
export function wantsEvents({ headers }: FastifyRequest): boolean {
  return /^text\/event-stream\b[^,]*$/i.test(headers.accept ?? '');
}

interface Exchange {
  request: FastifyRequest;
  reply: FastifyReply;
  caller: Caller;
  session: LiveSession;
}

async function serve(
  schema: GraphQLSchema,
  around: LiveSurroundings,
  { request, reply, caller, session }: Exchange,
): Promise<FastifyReply> {
  const prepared = prepare(schema, request.body);
  if (prepared instanceof GraphQLErrors) {
    return reply.status(400).send({ errors: prepared.errors.map((error) => formatError(error.toJSON())) });
  }
  const stream = new SseStream();
  let isRunning = false;
  const remove = around.connections.add({
    transport: 'sse',
    claims: session.claims,
    subscriptionCount: () => (isRunning ? 1 : 0),
    end: (ending) => stream.end(ending),
  });
  if (!remove) {
    stream.drop();
    return refuse(reply, 429, 'RATE_LIMITED', `${ENDINGS.tooManyConnections.reason}.`);
  }
  stream.closed.addEventListener('abort', remove, { once: true });
  reply.raw.once('close', () => stream.drop());
  const results = await runSubscription(prepared, {
    ...caller,
    session,
    events: around.events,
    onEnding: (ending) => stream.end(ending),
    onOverflow: () => stream.drop(),
  }).catch((error: unknown) => {
    stream.drop();
    throw error;
  });
  if (results !== null && Symbol.asyncIterator in results) {
    isRunning = true;
    void stream.send(results);
  } else if (results !== null) {
    stream.sendOnly(results);
  }
  return reply.headers(HEADERS).send(stream.body);
}

function prepare(
  schema: GraphQLSchema,
  given: unknown,
): ReturnType<typeof prepareSubscription> | GraphQLErrors {
  const { data, success } = body.safeParse(given);
  if (!success) return refused('Send JSON with a `query`, and `variables` and `operationName` if need be.');
  try {
    return prepareSubscription(schema, data);
  } catch (error) {
    if (error instanceof GraphQLErrors) return error;
    throw error;
  }
}

function refuse(reply: FastifyReply, status: number, code: string, message: string): FastifyReply {
  return reply.status(status).send(errorBody(code, message));
}
