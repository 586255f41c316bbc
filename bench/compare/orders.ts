import type { LoadOrder } from './load-process.js';
import { CONDITIONS } from './options.js';
import type { Query } from './queries.js';
import { prepareForAll } from './requests.js';
import type { Server } from './servers.js';

/** What the load generator is to send to a server, where, and on how many connections. */
export function orderOf(query: Query, server: Server, url: string): Omit<LoadOrder, 'until'> {
  const { connections = CONDITIONS.connections } = query;
  const operation = query.operations[server.name];
  if (operation === undefined) throw new Error(`${query.id} is nothing to ask ${server.title}`);
  if (typeof operation === 'string')
    return { url: server.addressOf(url, ''), requests: operation, connections };
  return { url: server.addressOf(url, operation.query), requests: prepareForAll(operation), connections };
}
