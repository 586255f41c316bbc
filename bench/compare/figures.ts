/** One slice of measuring: one server, one query, one round. */
export interface Slice {
  operations: number;
  seconds: number;
  /** Milliseconds to the whole answer. */
  p50: number;
  p95: number;
  p99: number;
  /** CPU the server used. */
  cpuMs: number;
  /** CPU the load generator used. */
  loadCpuMs: number;
}

/** All rounds of one server and one query together. */
export interface Figures {
  perSecond: number;
  slowestRound: number;
  fastestRound: number;
  p50: number;
  p95: number;
  p99: number;
  cpuMsPerOperation: number;
  statementsPerOperation: number | null;
  residentMiB: number;
  /** Share of its core the load generator used: near 1 it is the generator that was measured. */
  loadShare: number;
}

export function figuresOf(slices: Slice[], statements: number | null, residentMiB: number): Figures {
  const rates = slices.map(({ operations, seconds }) => operations / seconds);
  const of = (pick: (slice: Slice) => number) => median(slices.map(pick));
  return {
    perSecond: median(rates),
    slowestRound: Math.min(...rates),
    fastestRound: Math.max(...rates),
    p50: of((slice) => slice.p50),
    p95: of((slice) => slice.p95),
    p99: of((slice) => slice.p99),
    cpuMsPerOperation: of(({ cpuMs, operations }) => cpuMs / operations),
    statementsPerOperation: statements,
    residentMiB,
    loadShare: of(({ loadCpuMs, seconds }) => loadCpuMs / 1000 / seconds),
  };
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** The value that `share` of all do not exceed; of sorted values. */
export function percentile(sorted: ArrayLike<number>, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
