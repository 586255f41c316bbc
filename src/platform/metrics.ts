import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Database } from './database/database.js';

/** What Prometheus may know of this process. Labels are few and fixed: never an id, never a client's text. */
export class Metrics {
  readonly registry = new Registry();

  readonly operations = new Histogram({
    name: 'intowork_graphql_operation_duration_seconds',
    help: 'Time from the parsed request to the answer.',
    labelNames: ['type', 'outcome'] as const,
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [this.registry],
  });

  readonly errors = new Counter({
    name: 'intowork_graphql_errors_total',
    help: 'GraphQL errors by code.',
    labelNames: ['code'] as const,
    registers: [this.registry],
  });

  constructor(db: Database) {
    collectDefaultMetrics({ register: this.registry, prefix: 'intowork_' });
    const pool = new Gauge({
      name: 'intowork_database_connections',
      help: 'Connections to PostgreSQL by state, and requests waiting for one.',
      labelNames: ['state'] as const,
      registers: [this.registry],
      collect: () => {
        const { total, idle, waiting } = db.poolState;
        pool.set({ state: 'busy' }, total - idle);
        pool.set({ state: 'idle' }, idle);
        pool.set({ state: 'waiting' }, waiting);
      },
    });
  }

  /** @param count of what is open now */
  watchLive(count: (transport: 'websocket' | 'sse') => { connections: number; subscriptions: number }): void {
    const transports = ['websocket', 'sse'] as const;
    const connections = new Gauge({
      name: 'intowork_live_connections',
      help: 'Open connections for live delivery of clients that have shown their token.',
      labelNames: ['transport'] as const,
      registers: [this.registry],
      collect: () => {
        for (const transport of transports) connections.set({ transport }, count(transport).connections);
      },
    });
    const subscriptions = new Gauge({
      name: 'intowork_live_subscriptions',
      help: 'Subscriptions that run on them.',
      labelNames: ['transport'] as const,
      registers: [this.registry],
      collect: () => {
        for (const transport of transports) subscriptions.set({ transport }, count(transport).subscriptions);
      },
    });
  }
}
