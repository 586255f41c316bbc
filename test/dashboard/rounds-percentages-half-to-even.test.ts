import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { percent } from '../../src/dashboard/percent.js';

/** The same by the book, in whole numbers of any size, counted in units of the last decimal. */
function roundedHalfToEven(part: number, whole: number, decimals: number): number {
  const scaled = BigInt(part) * 100n * 10n ** BigInt(decimals);
  const quotient = scaled / BigInt(whole);
  const twiceRest = 2n * (scaled % BigInt(whole));
  const isHalf = twiceRest === BigInt(whole);
  const roundsUp = twiceRest > BigInt(whole) || (isHalf && quotient % 2n === 1n);
  return Number(quotient + (roundsUp ? 1n : 0n));
}

describe('a percentage', () => {
  it.each([
    // A half goes to the even neighbour.
    [1, 8, 12],
    [3, 8, 38],
    [5, 8, 62],
    [7, 8, 88],
    [27, 200, 14],
    [29, 200, 14],
    [1, 200, 0],
    [3, 200, 2],
    // Anything else to the nearer one.
    [1, 3, 33],
    [2, 3, 67],
    [124_999, 1_000_000, 12],
    [125_001, 1_000_000, 13],
    [0, 7, 0],
    [7, 7, 100],
  ])('of %i in %i is %i', (part, whole, expected) => {
    expect(percent(part, whole)).toBe(expected);
  });

  it.each([
    [1, 3, 33.3],
    [2, 3, 66.7],
    [1, 2000, 0],
    [3, 2000, 0.2],
    [1, 16, 6.2],
    [3, 16, 18.8],
    [9, 9, 100],
  ])('of %i in %i with one decimal is %d', (part, whole, expected) => {
    expect(percent(part, whole, 1)).toBe(expected);
  });

  it('of nothing is 0', () => {
    expect(percent(0, 0)).toBe(0);
    expect(percent(0, 0, 1)).toBe(0);
  });

  it('is what exact arithmetic says, for any numbers a table could hold', () => {
    const counts = fc
      .tuple(fc.integer({ min: 1, max: 20_000_000 }), fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([whole, share]): [number, number] => [Math.round(whole * share), whole]);
    fc.assert(
      fc.property(counts, fc.constantFrom(0, 1), ([part, whole], decimals) => {
        expect(percent(part, whole, decimals)).toBe(
          roundedHalfToEven(part, whole, decimals) / 10 ** decimals,
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('is what exact arithmetic says for every share of every total up to 200', () => {
    const wrong: string[] = [];
    for (let whole = 1; whole <= 200; whole++) {
      for (let part = 0; part <= whole; part++) {
        if (percent(part, whole) !== roundedHalfToEven(part, whole, 0)) wrong.push(`${part} of ${whole}`);
        if (percent(part, whole, 1) !== roundedHalfToEven(part, whole, 1) / 10)
          wrong.push(`${part} of ${whole}, one decimal`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
