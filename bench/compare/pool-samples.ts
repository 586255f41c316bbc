import { setTimeout } from 'node:timers/promises';

const EVERY_MS = 500;

/** How the pool of ours was used, as its own metrics tell. */
export interface PoolUse {
  /** Busy connections of those there may be, 0 to 1, of each sample. */
  shares: number[];
  /** Samples in which somebody waited for a connection. */
  waits: number;
}

/** Reads the metrics again and again until told to stop. */
export async function samplePool(
  url: string,
  poolSize: number,
  use: PoolUse,
  isOver: () => boolean,
): Promise<void> {
  while (!isOver()) {
    const metrics = await (await fetch(`${url}/metrics`)).text();
    use.shares.push(connections(metrics, 'busy') / poolSize);
    if (connections(metrics, 'waiting') > 0) use.waits += 1;
    await setTimeout(EVERY_MS);
  }
}

function connections(metrics: string, state: string): number {
  const found = new RegExp(`^intowork_database_connections\\{state="${state}"\\} (\\d+)$`, 'm').exec(
    metrics,
  )?.[1];
  if (found === undefined) throw new Error(`/metrics does not tell how many connections are ${state}`);
  return Number(found);
}
