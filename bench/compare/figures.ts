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

/** All rounds of one server and one query together: medians, where nothing else is said. */
export interface Figures {
  /** In the order of the rounds. */
  slices: Slice[];
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
  const rates = slices.map(ratePerSecond);
  const of = (pick: (slice: Slice) => number) => median(slices.map(pick));
  return {
    slices,
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

/**
 * How many times a figure of one server is that of another: the median of the rounds' ratios. What the machine did in a
 * round hit both.
 */
export function ratioOf(a: Figures, b: Figures, figure: (slice: Slice) => number): number {
  const ratios = a.slices.flatMap((slice, round) => {
    const other = b.slices[round];
    return other ? [figure(slice) / figure(other)] : [];
  });
  return median(ratios);
}

export const ratePerSecond = ({ operations, seconds }: Slice): number => operations / seconds;

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
