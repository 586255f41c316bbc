import type { Checked } from './check.js';
import { keyOf, serversOf } from './check.js';
import { figuresOf, type Figures, type Slice } from './figures.js';
import type { LoadGenerator } from './load-generator.js';
import type { Options } from './options.js';
import { orderOf } from './orders.js';
import type { PinnedServer } from './pinned-process.js';
import type { Query } from './queries.js';
import type { Server } from './servers.js';

/** What became of one query: figures by server, in the order of the servers. */
export interface Measured {
  query: Query;
  figures: { server: Server; figures: Figures }[];
}

interface Running {
  server: Server;
  process: PinnedServer;
}

/** Measures all that was checked, with every server up from beginning to end, and standing still when it is not its turn. */
export async function measure(
  { queries, statements }: Checked,
  servers: Server[],
  databaseUrl: string,
  load: LoadGenerator,
  options: Options,
): Promise<Measured[]> {
  const running: Running[] = [];
  try {
    for (const server of servers) {
      if (queries.some((query) => serversOf(query, [server]).length > 0))
        running.push({ server, process: await server.start(databaseUrl) });
    }
    for (const { process } of running) process.pause();
    const measured: Measured[] = [];
    for (const query of queries) {
      const result = await measureQuery(query, running, statements, load, options);
      process.stdout.write(`${line(result)}\n`);
      measured.push(result);
    }
    return measured;
  } finally {
    await Promise.all(running.map(({ process }) => process.stop()));
  }
}

/** Rounds in which every server has its turn, in an order that is another each round: what the machine does meanwhile hits all alike. */
async function measureQuery(
  query: Query,
  running: Running[],
  statements: Map<string, number>,
  load: LoadGenerator,
  options: Options,
): Promise<Measured> {
  const servers = serversOf(
    query,
    running.map(({ server }) => server),
  );
  const taking = running.filter(({ server }) => servers.includes(server));
  const slices = new Map<Server, Slice[]>(servers.map((server) => [server, []]));
  for (let round = 0; round < options.rounds; round++) {
    for (let turn = 0; turn < taking.length; turn++) {
      const next = taking[(round + turn) % taking.length];
      if (next) slices.get(next.server)?.push(await measureSlice(query, next, load, round === 0, options));
    }
  }
  const figures: Measured['figures'] = [];
  for (const { server, process } of taking) {
    const counted = statements.get(keyOf(query, server.name)) ?? null;
    figures.push({
      server,
      figures: figuresOf(slices.get(server) ?? [], counted, await process.residentMiB()),
    });
  }
  return { query, figures };
}

/** One turn of one server at one query; it stands still before and after. */
export async function measureSlice(
  query: Query,
  { server, process }: Running,
  load: LoadGenerator,
  isFirst: boolean,
  { seconds, warmUpSeconds, firstWarmUpSeconds }: Options,
): Promise<Slice> {
  const order = orderOf(query, server, process.url);
  await process.resume();
  await load.run({ ...order, until: { seconds: isFirst ? firstWarmUpSeconds : warmUpSeconds } });
  const before = await process.cpuMs();
  const { cpuMs: loadCpuMs, ...result } = await load.run({ ...order, until: { seconds } });
  const cpuMs = (await process.cpuMs()) - before;
  process.pause();
  return { ...result, loadCpuMs, cpuMs };
}

function line({ query, figures }: Measured): string {
  const parts = figures.map(({ server, figures: { perSecond, p50 } }) => {
    return `${server.title} ${perSecond.toFixed(0)}/s (p50 ${p50.toFixed(1)} ms)`;
  });
  return `${query.id}: ${parts.join(', ')}`;
}
