import type { LoadOrder } from './load-process.js';
import type { Query } from './queries.js';
import { prepareForAll } from './requests.js';
import type { Server } from './servers.js';

/** What the load generator is to send to a server, and where. */
export function orderOf(query: Query, server: Server, url: string): Pick<LoadOrder, 'url' | 'requests'> {
  const operation = query.operations[server.name];
  if (operation === undefined) throw new Error(`${query.id} is nothing to ask ${server.title}`);
  if (typeof operation === 'string') return { url: server.addressOf(url, ''), requests: operation };
  return { url: server.addressOf(url, operation.query), requests: prepareForAll(operation) };
}
