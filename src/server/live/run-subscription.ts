import {
  createSourceEventStream,
  execute,
  GraphQLError,
  type ExecutionResult,
  type GraphQLFormattedError,
} from 'graphql';
import type { Arrival } from '../../graphql/arrival.js';
import type { LiveEvents } from '../../platform/live/live-events.js';
import type { Log } from '../../platform/request-log.js';
import { formatError } from '../format-error.js';
import type { prepareSubscription } from './prepare-subscription.js';
import type { Ending } from './endings.js';
import { isEnding, type LiveSession } from './live-session.js';

/** As it is sent: errors in the form clients get. */
export interface LiveResult {
  data?: Record<string, unknown> | null;
  errors?: GraphQLFormattedError[];
}

export interface Running {
  session: LiveSession;
  events: LiveEvents;
  requestId: string;
  log: Log;
  /** The session is over. */
  onEnding: (ending: Ending) => void;
  /** The client does not read what is sent to it. */
  onOverflow: () => void;
}

/** The resolvers of subscriptions answer arrivals. */
type Source = AsyncIterable<Arrival<object>> | ExecutionResult;

type Prepared = ReturnType<typeof prepareSubscription>;

/**
 * Runs a subscription that was prepared. What comes of it is a stream that ends at once when it is told to return, even
 * while it waits for the next event; or, when it could not begin, the errors that say why. Null when the session is over.
 */
export async function runSubscription(
  prepared: Prepared,
  running: Running,
): Promise<AsyncGenerator<LiveResult, void> | LiveResult | null> {
  const { session, events, onOverflow } = running;
  const stop = new AbortController();
  const contextValue = await session.context((userId) =>
    events.of(userId, { signal: stop.signal, onOverflow }),
  );
  if (isEnding(contextValue)) {
    running.onEnding(contextValue);
    return null;
  }
  running.log.info(
    {
      operation: prepared.operationName ?? '(anonymous)',
      type: 'subscription',
      userId: session.claims.userId,
    },
    'operation',
  );
  const source = (await createSourceEventStream({ ...prepared, contextValue })) as Source;
  if (!(Symbol.asyncIterator in source)) return formatted(source, running);
  return stoppable(resultsOf(source, prepared, running), stop);
}

async function* resultsOf(
  source: AsyncIterable<Arrival<object>>,
  prepared: Prepared,
  running: Running,
): AsyncGenerator<LiveResult, void> {
  try {
    for await (const arrival of source) {
      const contextValue = await running.session.context();
      if (isEnding(contextValue)) return running.onEnding(contextValue);
      const rootValue = await arrival.read(contextValue);
      if (rootValue) yield formatted(await execute({ ...prepared, rootValue, contextValue }), running);
    }
  } catch (error) {
    running.log.error({ err: error }, 'live: a subscription failed');
    yield formatted({ errors: [new GraphQLError('failed')] }, running, { isLogged: true });
  }
}

/** An async generator that waits for its next event would return only after that. */
function stoppable(
  results: AsyncGenerator<LiveResult, void>,
  stop: AbortController,
): AsyncGenerator<LiveResult, void> {
  const end = (): Promise<IteratorResult<LiveResult, void>> => {
    stop.abort();
    return results.return();
  };
  return {
    next: () => results.next(),
    return: end,
    throw: (error: unknown) => {
      stop.abort();
      return results.throw(error);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
    [Symbol.asyncDispose]: async () => void (await end()),
  };
}

function formatted(
  { data, errors }: ExecutionResult,
  { log, requestId }: Running,
  { isLogged = false } = {},
): LiveResult {
  if (!errors) return { ...(data !== undefined && { data }) };
  return {
    ...(data !== undefined && { data }),
    errors: errors.map((error) => {
      const shown = formatError(error.toJSON());
      if (shown.extensions?.['code'] !== 'INTERNAL_SERVER_ERROR') return shown;
      if (!isLogged) log.error({ err: error.originalError ?? error, path: error.path }, 'unexpected error');
      return { ...shown, extensions: { ...shown.extensions, requestId } };
    }),
  };
}
