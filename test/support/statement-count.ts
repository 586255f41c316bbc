import { Client } from 'pg';
import { idleQueue } from './idle-queue.js';
import { runningServers } from './test-server.js';
import { SET_UP_CONNECTION } from '../../src/platform/database/orm.js';
import { QUEUE_APPLICATION_NAME } from '../../src/platform/queue/queue-pool.js';

type Query = (...args: unknown[]) => unknown;

/**
 * Counts the statements this process sends to PostgreSQL, at the driver: whatever layer they come from. A query on a
 * pool is passed on to a client, so it is counted there, once. What opens a connection is left out, and what the queue does:
 * it is given time to finish first, and what it asks of its own accord does not count.
 */
export async function countStatements(work: () => Promise<unknown>): Promise<string[]> {
  await Promise.all([...runningServers].map(idleQueue));
  const statements: string[] = [];
  // oxlint-disable-next-line typescript/unbound-method -- put back below, and called with its own `this`
  const original = Client.prototype.query as unknown as Query;
  const counting: Query = function (this: unknown, ...args) {
    const [config] = args;
    const text = typeof config === 'string' ? config : String((config as { text?: unknown }).text);
    if (text !== SET_UP_CONNECTION && !isOfQueue(this)) statements.push(text);
    return original.apply(this, args);
  };
  Client.prototype.query = counting as unknown as typeof Client.prototype.query;
  try {
    await work();
  } finally {
    Client.prototype.query = original as unknown as typeof Client.prototype.query;
  }
  return statements;
}

function isOfQueue(client: unknown): boolean {
  const { connectionParameters } = client as { connectionParameters?: { application_name?: string } };
  return connectionParameters?.application_name === QUEUE_APPLICATION_NAME;
}
