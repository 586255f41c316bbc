import type { LoadGenerator } from './load-generator.js';
import { orderOf } from './orders.js';
import type { Query, ServerName } from './queries.js';
import { answerOf, firstDifference, normalised, UnknownField } from './same-answers.js';
import type { Server } from './servers.js';
import { StatementCounter } from './statement-counter.js';

export interface Checked {
  /** What can be measured. */
  queries: Query[];
  /** What has to wait, with the reason. */
  waiting: { query: Query; reason: string }[];
  /** Statements per operation, by query and server. */
  statements: Map<string, number>;
}

/** The same request costs the same each time; a mix takes a hundred to have had each of its kinds. */
const COUNTED = { same: 5, signIn: 3, refresh: 20, apply: 20, mix: 100 } as const;

export const keyOf = (query: Query, server: ServerName): string => `${query.id} ${server}`;

/** The servers a query is measured with. */
export function serversOf(query: Query, servers: Server[]): Server[] {
  return servers.filter(({ name }) => query.operations[name] !== undefined);
}

/**
 * Before anything is timed: starts every server by itself behind a door that counts statements, sees that all give the
 * same answers, and counts. Scenarios come last, because they write.
 */
export async function check(
  queries: Query[],
  servers: Server[],
  databaseUrl: string,
  load: LoadGenerator,
): Promise<Checked> {
  const checked: Checked = { queries, waiting: [], statements: new Map() };
  const expected = new Map<string, unknown>();
  const isScenario = ({ operations }: Query) => typeof operations.ours === 'string';
  for (const passes of [(query: Query) => !isScenario(query), isScenario]) {
    for (const server of servers) {
      const asked = askedOf(checked.queries.filter(passes), server);
      if (asked.length > 0) await checkServer(server, asked, databaseUrl, load, expected, checked);
    }
  }
  return checked;
}

function askedOf(queries: Query[], server: Server): Query[] {
  return queries.filter((query) => serversOf(query, [server]).length > 0);
}

async function checkServer(
  server: Server,
  asked: Query[],
  databaseUrl: string,
  load: LoadGenerator,
  expected: Map<string, unknown>,
  checked: Checked,
): Promise<void> {
  process.stdout.write(`checking ${server.title}: ${asked.map(({ id }) => id).join(', ')}\n`);
  // A server that does not start must not leave the counter behind, for which the process would wait.
  await using opened = new AsyncDisposableStack();
  const counter = await StatementCounter.before(databaseUrl);
  opened.defer(() => counter.close());
  const running = await server.start(counter.url);
  opened.defer(() => running.stop());
  for (const query of asked) {
    const isKnown = await compare(query, server, running.url, expected, checked);
    if (!isKnown) continue;
    const counted = await count(query, server, running.url, counter, load);
    checked.statements.set(keyOf(query, server.name), counted);
  }
}

/** False when ours does not know the query yet, which takes it off the list. */
async function compare(
  query: Query,
  server: Server,
  url: string,
  expected: Map<string, unknown>,
  checked: Checked,
): Promise<boolean> {
  const operation = query.operations[server.name];
  if (!operation || typeof operation === 'string' || server.name === 'bare') return true;
  const address = server.addressOf(url, operation.query);
  try {
    const answer = normalised(await answerOf(address, operation));
    if (!query.isCompared) return true;
    if (server.name === 'ours') expected.set(query.id, answer);
    const difference = firstDifference(expected.get(query.id), answer);
    if (difference === null) return true;
    throw new Error(`${query.id}: ours and ${server.title} do not answer the same: ${difference}`);
  } catch (error) {
    if (server.name !== 'ours' || !(error instanceof UnknownField)) throw error;
    checked.waiting.push({ query, reason: 'our schema has not all of its fields yet' });
    checked.queries = checked.queries.filter((other) => other !== query);
    return false;
  }
}

async function count(
  query: Query,
  server: Server,
  url: string,
  counter: StatementCounter,
  load: LoadGenerator,
): Promise<number> {
  const order = { ...orderOf(query, server, url), connections: 1 };
  // The first few may look things up that later ones remember.
  await load.run({ ...order, until: { operations: 3 } });
  const before = counter.statements;
  const operations = COUNTED[typeof order.requests === 'string' ? order.requests : 'same'];
  const result = await load.run({ ...order, until: { operations } });
  return (counter.statements - before) / result.operations;
}
