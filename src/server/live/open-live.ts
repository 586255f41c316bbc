import { setTimeout } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { LiveEvents } from '../../platform/live/live-events.js';
import type { Logger } from '../../platform/logging.js';
import type { Metrics } from '../../platform/metrics.js';
import type { ContextSources } from '../request-context.js';
import { runEvery } from '../run-every.js';
import { ENDINGS } from './endings.js';
import { LiveConnections } from './live-connections.js';
import { sseHandler } from './sse-handler.js';
import { websocketHandler } from './websocket-handler.js';

/** How soon a session that ended without an announcement is noticed; clients are promised 5 seconds. */
const CHECK_MS = 2000;

/** For clients to say goodbye. */
const GOODBYE_MS = 1000;

interface LiveSettings {
  app: FastifyInstance;
  schema: GraphQLSchema;
  sources: ContextSources;
  events: LiveEvents;
  metrics: Metrics;
  log: Logger;
}

export interface Live {
  /** Serves a WebSocket. */
  onSocket: ReturnType<typeof websocketHandler>;
  /** Answers a request with server-sent events. */
  onStream: ReturnType<typeof sseHandler>;
  /** Sends all clients elsewhere. */
  stop(): Promise<void>;
}

/** Opens both ways of live delivery, and looks after the connections on them. */
export function openLive({ app, schema, sources, events, metrics, log }: LiveSettings): Live {
  const connections = new LiveConnections({ db: sources.db, clock: sources.clock, events, log });
  const around = { sources, events, connections, log };
  metrics.watchLive((transport) => connections.count(transport));
  const checks = runEvery(CHECK_MS, log, 'checking live connections', () => connections.endOutdated());
  return {
    onSocket: websocketHandler(schema, around),
    onStream: sseHandler(schema, around),
    stop: async () => {
      await checks.stop();
      connections.endAll(ENDINGS.goingAway);
      await closeSockets(app);
    },
  };
}

/** Also those that have not said who they are yet. */
async function closeSockets(app: FastifyInstance): Promise<void> {
  const { clients } = app.websocketServer;
  const { closeCode, reason } = ENDINGS.goingAway;
  for (const socket of clients) socket.close(closeCode, reason);
  const end = performance.now() + GOODBYE_MS;
  while (clients.size > 0 && performance.now() < end) await setTimeout(10);
  for (const socket of clients) socket.terminate();
}
