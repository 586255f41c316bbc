import { Kind } from './kinds.js';
import { mix } from './mix.js';
import type { Seconds } from './time.js';

/**
 * The UUIDv7 of row `index` of that kind, without hyphens: its time, then bits that only look random. Ids need not be
 * kept: whoever knows a row's number and time can tell its id. Unique because `mix` is, for indexes below 2^32.
 */
export function rowId(kind: Kind, index: number, createdAt: Seconds): string {
  const unique = mix(index ^ Math.imul(kind, 0x9e3779b1));
  const filling = mix(index + Math.imul(kind, 0x85ebca77));
  bytes.writeUIntBE(createdAt * 1000, 0, 6);
  bytes.writeUInt16BE(0x7000 | (filling & 0xfff), 6);
  bytes.writeUInt16BE(0x8000 | ((filling >>> 12) & 0x3fff), 8);
  bytes.writeUInt32BE(unique, 10);
  bytes.writeUInt16BE(mix(filling) >>> 16, 14);
  return bytes.toString('hex');
}

/** One for all, because rows consist of ids mostly: `large` needs twenty million. */
const bytes = Buffer.alloc(16);

/** Ids of the rows others point to. */
export const idOf = {
  adminUser: (index: number, createdAt: Seconds) => rowId(Kind.ADMIN_USER, index, createdAt),
  employerUser: (index: number, createdAt: Seconds) => rowId(Kind.EMPLOYER_USER, index, createdAt),
  candidateUser: (index: number, createdAt: Seconds) => rowId(Kind.CANDIDATE_USER, index, createdAt),
  employer: (index: number, createdAt: Seconds) => rowId(Kind.EMPLOYER, index, createdAt),
  candidate: (index: number, createdAt: Seconds) => rowId(Kind.CANDIDATE, index, createdAt),
  company: (index: number, createdAt: Seconds) => rowId(Kind.COMPANY, index, createdAt),
  job: (index: number, createdAt: Seconds) => rowId(Kind.JOB, index, createdAt),
  application: (index: number, createdAt: Seconds) => rowId(Kind.APPLICATION, index, createdAt),
};
