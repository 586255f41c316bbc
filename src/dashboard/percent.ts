/**
 * `part` of `whole` in percent, rounded half to even (12.5 becomes 12, 13.5 becomes 14); 0 of nothing is 0. Counted
 * in integers, because 100 * part / whole need not hit a half exactly in floating point.
 *
 * @param decimals digits after the point
 */
export function percent(part: number, whole: number, decimals = 0): number {
  if (whole === 0) return 0;
  const scale = 10 ** decimals;
  const scaled = part * 100 * scale;
  const floor = Math.floor(scaled / whole);
  const twiceRest = 2 * (scaled - floor * whole);
  const roundsUp = twiceRest > whole || (twiceRest === whole && floor % 2 !== 0);
  return (floor + (roundsUp ? 1 : 0)) / scale;
}
