/**
 * Scrambles 32 bits (the finishing step of MurmurHash3). Two different numbers never give the same one, which makes
 * it fit for ids.
 */
export function mix(value: number): number {
  let bits = value | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
