import { randomBytes } from 'node:crypto';

/** An IPv6 address in a network nobody else has, so that limits per address never meet, not even in a shared Redis. */
export function freshAddress(): string {
  const groups = randomBytes(6).toString('hex').match(/.{4}/g) ?? [];
  return `fd00:${groups.join(':')}::1`;
}
