import { Kind } from './kinds.js';
import { mix } from './mix.js';
import type { Seconds } from './time.js';

/**
 * The UUIDv7 of row `index` of that kind: its time, then bits that only look random. Ids need not be kept: whoever
 * knows a row's number and time can tell its id. Unique because `mix` is, for indexes below 2^32.
 */
export function rowId(kind: Kind, index: number, createdAt: Seconds): string {
  const time = hex(createdAt * 1000, 12);
  const unique = hex(mix(index ^ Math.imul(kind, 0x9e3779b1)), 8);
  const filling = mix(index + Math.imul(kind, 0x85ebca77));
  const randomA = hex(filling & 0xfff, 3);
  const variant = hex(0x8000 | ((filling >>> 12) & 0x3fff), 4);
  const tail = hex(mix(filling) >>> 16, 4);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomA}-${variant}-${unique}${tail}`;
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}

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
