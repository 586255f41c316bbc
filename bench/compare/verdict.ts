/** What is wanted, and what a run has shown of it. */
export interface Verdict {
  target: string;
  figure: string;
  /** Null: this run has no figure for it. */
  isMet: boolean | null;
}

export function verdict(
  target: string,
  value: number | undefined,
  unit: string,
  isMet: (value: number) => boolean,
): Verdict {
  return value === undefined
    ? { target, figure: '–', isMet: null }
    : { target, figure: `${value.toFixed(value < 10 ? 2 : 1)}${unit}`, isMet: isMet(value) };
}
