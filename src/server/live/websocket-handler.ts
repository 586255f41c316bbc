import type { FastifyRequest } from 'fastify';
import type { ExecutionArgs, GraphQLError, GraphQLSchema } from 'graphql';
import {
  makeServer,
  type Context as SocketContext,
  type OperationResult,
  type ServerOptions,
} from 'graphql-ws';
import type { WebSocket } from 'ws';
import { ClientError } from '../../graphql/errors.js';
import { RequestLog } from '../../platform/request-log.js';
import { formatError } from '../format-error.js';
import { clientOf } from '../request-context.js';
import { ENDINGS } from './endings.js';
import { isEnding, openSession, type Caller, type LiveSession } from './live-session.js';
import type { LiveSurroundings } from './live-surroundings.js';
import { GraphQLErrors, prepareSubscription } from './prepare-subscription.js';
import { runSubscription } from './run-subscription.js';
import { LiveSocket } from './socket.js';

/** How long a client may take to send its token. */
const INIT_PATIENCE_MS = 5000;

/** There is one subscription; a few of them with different selections are plenty. */
const MAX_SUBSCRIPTIONS = 10;

/** What belongs to one socket. */
interface Extra {
  socket: LiveSocket;
  caller: Caller;
  authorization: string | undefined;
  session: LiveSession | null;
  /** Takes it out of the open connections. */
  remove: () => void;
}

type Connection = SocketContext<Record<string, unknown> | undefined, Extra>;

type Options = ServerOptions<Record<string, unknown> | undefined, Extra>;

/** Serves subscriptions over WebSocket, by the protocol graphql-transport-ws. */
export function websocketHandler(
  schema: GraphQLSchema,
  around: LiveSurroundings,
): (socket: WebSocket, request: FastifyRequest) => void {
  const server = makeServer<Record<string, unknown> | undefined, Extra>({
    connectionInitWaitTimeout: INIT_PATIENCE_MS,
    onConnect: (connection) => admit(connection, around),
    onSubscribe: (connection, _id, payload) => prepared(schema, connection, payload),
    subscribe: (args) => subscribe(args, around),
    onNext: (_connection, _id, _payload, _args, result) => result,
    onError: (_connection, _id, _payload, errors) => errors.map((error) => formatError(error.toJSON())),
  } satisfies Options);
  return (socket, request) => {
    const log = new RequestLog(around.log, request.id);
    const live = new LiveSocket(socket, log);
    const extra: Extra = {
      socket: live,
      caller: { client: clientOf(request), requestId: request.id, log },
      authorization: request.headers.authorization,
      session: null,
      remove: () => undefined,
    };
    const closed = server.opened(live.forGraphql(), extra);
    socket.once('close', (code, reason) => {
      extra.remove();
      void closed(code, reason.toString());
    });
  };
}

/** True when the token holds; otherwise the socket is closed with the code that says why. */
async function admit(connection: Connection, around: LiveSurroundings): Promise<boolean> {
  const { extra, connectionParams } = connection;
  const { socket, caller } = extra;
  const given = connectionParams?.['authorization'] ?? connectionParams?.['Authorization'];
  const authorization = typeof given === 'string' ? given : extra.authorization;
  const session = await openSession(around.sources, caller, authorization);
  if (isEnding(session)) {
    socket.end(session);
    return false;
  }
  // Closed while the session was looked for: nobody would take it out again.
  if (!socket.isOpen) return false;
  const remove = around.connections.add({
    transport: 'websocket',
    claims: session.claims,
    // Those that are just being started are null.
    subscriptionCount: () => Object.values(connection.subscriptions).filter(Boolean).length,
    end: (ending) => socket.end(ending),
  });
  if (!remove) {
    socket.end(ENDINGS.tooManyConnections);
    return false;
  }
  Object.assign(extra, { session, remove });
  return true;
}

type Payload = Parameters<NonNullable<Options['onSubscribe']>>[2];

function prepared(
  schema: GraphQLSchema,
  { subscriptions, extra }: Connection,
  payload: Payload,
): ExecutionArgs | readonly GraphQLError[] {
  if (Object.keys(subscriptions).length > MAX_SUBSCRIPTIONS) {
    const message = `A connection carries at most ${MAX_SUBSCRIPTIONS} subscriptions.`;
    return [new ClientError('RATE_LIMITED', message)];
  }
  try {
    // The extra finds its way to `subscribe` as the context; each event gets a real one.
    return { ...prepareSubscription(schema, payload), contextValue: extra };
  } catch (error) {
    if (error instanceof GraphQLErrors) return error.errors;
    throw error;
  }
}

async function subscribe(args: ExecutionArgs, around: LiveSurroundings): Promise<Awaited<OperationResult>> {
  const { session, socket, caller } = args.contextValue as Extra;
  if (!session) throw new Error('a subscription before its session');
  const results = await runSubscription(args, {
    ...caller,
    session,
    events: around.events,
    onEnding: (ending) => socket.end(ending),
    onOverflow: () => socket.drop(),
  });
  // Nothing goes out any more on a socket that was ended. What does is formatted already, and `onNext` sends it as it is.
  return (results ?? {}) as Awaited<OperationResult>;
}
