import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import pLimit from 'p-limit';
import { RefreshClient } from './refresh-client.js';
import { startServerProcess } from './server-process.js';

/**
 * `npm run bench:refresh`: refreshes sessions over HTTP at a steady 20 a second and prints percentiles of the time to
 * the answer. A refresh is sent when its time has come, whether or not the one before was answered: a slow answer
 * cannot make room for itself. With an address as argument it measures that server instead of one of its own; start
 * it with TRUSTED_PROXIES=127.0.0.1.
 */
const RATE = 20;
const MEASURED_SECONDS = 60;
/** Each token is due again after two seconds, long after its last answer. */
const SESSIONS = 2 * RATE;
/** Refreshes of each session, one after another, before measuring: servers live long, and V8 takes its time to compile. */
const WARM_UP_ROUNDS = 50;
const WARM_UP_AT_ONCE = 4;

const [address] = process.argv.slice(2);
const server = address === undefined ? await startServerProcess() : null;
try {
  const times = await measure(new RefreshClient(server?.url ?? address ?? ''));
  process.stdout.write(`${report(times)}\n`);
} finally {
  await server?.stop();
}

async function measure(client: RefreshClient): Promise<number[]> {
  const tokens: string[] = [];
  for (let session = 0; session < SESSIONS; session++) tokens.push(await client.signUp(session));

  await warmUp(client, tokens);

  const times: number[] = [];
  const answers: Promise<void>[] = [];
  const begin = performance.now();
  for (let tick = 0; tick < RATE * MEASURED_SECONDS; tick++) {
    await setTimeout(Math.max(0, begin + (tick * 1000) / RATE - performance.now()));
    const answer = refreshOne(client, tokens, tick % SESSIONS, times);
    // A failure is thrown below, once the server can be stopped.
    answer.catch(() => undefined);
    answers.push(answer);
  }
  await Promise.all(answers);
  return times;
}

async function warmUp(client: RefreshClient, tokens: string[]): Promise<void> {
  const limit = pLimit(WARM_UP_AT_ONCE);
  for (let round = 0; round < WARM_UP_ROUNDS; round++) {
    await Promise.all(tokens.map((_, index) => limit(() => refreshOne(client, tokens, index, []))));
  }
}

async function refreshOne(
  client: RefreshClient,
  tokens: string[],
  index: number,
  times: number[],
): Promise<void> {
  const start = performance.now();
  tokens[index] = await client.refresh(tokens[index] ?? '');
  times.push(performance.now() - start);
}

function report(times: number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(share * sorted.length)] ?? Number.NaN).toFixed(1);
  const largest = (sorted.at(-1) ?? Number.NaN).toFixed(1);
  return `${times.length} refreshes at ${RATE} a second: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, slowest ${largest} ms`;
}
