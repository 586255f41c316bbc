import { performance } from 'node:perf_hooks';
import { Client } from 'undici';
import type { Cast } from './cast.js';
import { percentile } from './figures.js';
import type { ScenarioName } from './queries.js';
import { problemOf, type PreparedRequest } from './requests.js';
import { repeating, scenariosOf, type Scenario } from './scenarios.js';

/**
 * The load generator, a process of its own: clients that each send a request, wait for its answer, and send the next
 * (a closed loop), on connections that stay open.
 */
export interface LoadOrder {
  url: string;
  /** Requests sent again and again, each on connections of its own, or a scenario. */
  requests: PreparedRequest[] | ScenarioName;
  connections: number;
  /** Until so much time has passed, or so many answers have come. */
  until: { seconds: number } | { operations: number };
}

export interface LoadResult {
  operations: number;
  seconds: number;
  p50: number;
  p95: number;
  p99: number;
  cpuMs: number;
}

let scenarios: Record<ScenarioName, Scenario> | null = null;

process.on('message', (message: { cast: Cast } | { order: LoadOrder }) => {
  if ('cast' in message) scenarios = scenariosOf(message.cast);
  else void carryOut(message.order);
});
process.on('disconnect', () => process.exit());

async function carryOut(order: LoadOrder): Promise<void> {
  try {
    process.send?.({ result: await load(order) });
  } catch (error) {
    process.send?.({ problem: error instanceof Error ? error.message : String(error) });
  }
}

async function load({ url, requests, connections, until }: LoadOrder): Promise<LoadResult> {
  const scenario = typeof requests === 'string' ? told(requests) : repeating(requests);
  const { origin, pathname } = new URL(url);
  const clients = Array.from({ length: connections }, () => new Client(origin, { pipelining: 1 }));
  const times: number[] = [];
  const cpu = process.cpuUsage();
  const begin = performance.now();
  const isOver =
    'seconds' in until
      ? () => performance.now() - begin >= until.seconds * 1000
      : () => times.length >= until.operations;
  try {
    await Promise.all(
      clients.map(async (client, index) => {
        while (!isOver()) times.push(await ask(client, pathname, scenario, index));
      }),
    );
  } finally {
    await Promise.all(clients.map((client) => client.close()));
  }
  const seconds = (performance.now() - begin) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const sorted = Float64Array.from(times).toSorted();
  return {
    operations: times.length,
    seconds,
    p50: percentile(sorted, 0.5),
    p95: percentile(sorted, 0.95),
    p99: percentile(sorted, 0.99),
    cpuMs: (user + system) / 1000,
  };
}

function told(name: ScenarioName): Scenario {
  if (!scenarios) throw new Error('the cast has not been told to the load generator');
  return scenarios[name];
}

/** Milliseconds from sending to the last byte of a good answer. */
async function ask(client: Client, path: string, scenario: Scenario, index: number): Promise<number> {
  const { headers, body } = scenario.next(index);
  const start = performance.now();
  const answer = await client.request({ method: 'POST', path, headers, body });
  const text = await answer.body.text();
  const time = performance.now() - start;
  const problem = problemOf(answer.statusCode, text);
  if (problem !== null) throw new Error(problem);
  scenario.answered?.(index, text);
  return time;
}
