import { setTimeout } from 'node:timers/promises';

const EVERY_MS = 500;

/** What the metrics of ours told at one moment. */
export interface MetricsSample {
  /** Connections of the pool that did something. */
  busyConnections: number;
  /** Requests that waited for a connection. */
  waiting: number;
  /** Of V8's heap, what was in use or not collected yet. */
  heapMiB: number;
}

/** Reads the metrics again and again until told to stop. */
export async function sampleMetrics(url: string, isOver: () => boolean): Promise<MetricsSample[]> {
  const samples: MetricsSample[] = [];
  while (!isOver()) {
    const metrics = await (await fetch(`${url}/metrics`)).text();
    samples.push({
      busyConnections: figure(metrics, 'intowork_database_connections{state="busy"}'),
      waiting: figure(metrics, 'intowork_database_connections{state="waiting"}'),
      heapMiB: figure(metrics, 'intowork_nodejs_heap_size_used_bytes') / 1024 ** 2,
    });
    await setTimeout(EVERY_MS);
  }
  return samples;
}

function figure(metrics: string, name: string): number {
  const line = metrics.split('\n').find((candidate) => candidate.startsWith(`${name} `));
  if (line === undefined) throw new Error(`/metrics does not tell ${name}`);
  return Number(line.slice(name.length));
}
