import { Client } from 'pg';

type Query = (...args: unknown[]) => unknown;

/**
 * Counts the statements this process sends to PostgreSQL, at the driver: whatever layer they come from. A query on a
 * pool is passed on to a client, so it is counted there, once.
 */
export async function countStatements(work: () => Promise<unknown>): Promise<string[]> {
  const statements: string[] = [];
  // oxlint-disable-next-line typescript/unbound-method -- put back below, and called with its own `this`
  const original = Client.prototype.query as unknown as Query;
  const counting: Query = function (this: unknown, ...args) {
    const [config] = args;
    statements.push(typeof config === 'string' ? config : String((config as { text?: unknown }).text));
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
