import { DEMO_CANDIDATE } from './candidate.js';
import { companyFacts } from './company.js';
import { DEMO_LOGINS } from './demo-logins.js';
import { Kind } from './kinds.js';
import { makePerson, userRow } from './person.js';
import type { Plan } from './plan.js';
import { Random } from './random.js';
import { idOf } from './row-ids.js';

const CANDIDATE_MAIL_DOMAINS = ['courriel.example', 'mail.example', 'poste.example'];

/** Rows of the table users. */
export function* generateUsers(plan: Plan) {
  for (let index = 0; index < plan.counts.admins; index += 1) yield adminUser(plan, index);
  for (let index = 0; index < plan.people.employers; index += 1) yield employerUser(plan, index);
  for (let index = 0; index < plan.counts.candidates; index += 1) yield candidateUser(plan, index);
}

/** How many rows `generateUsers` makes. */
export function countUsers({ counts, people }: Plan): number {
  return counts.admins + people.employers + counts.candidates;
}

function adminUser({ people, passwordHash }: Plan, index: number) {
  const person = makePerson(Random.of(Kind.ADMIN, index));
  const createdAt = people.adminSince(index);
  return userRow({
    id: idOf.adminUser(index, createdAt),
    createdAt,
    email: index === 0 ? DEMO_LOGINS.admin : `${person.mailName}${index}@intowork.example`,
    person,
    role: 'ADMIN',
    passwordHash,
    isVerified: true,
    isActive: true,
  });
}

function employerUser({ people, counts, passwordHash }: Plan, index: number) {
  const random = Random.of(Kind.EMPLOYER, index);
  const person = makePerson(random);
  const createdAt = people.employerSince(index);
  const known = counts.knownEmployers[index];
  const company = people.companyOf(index);
  const domain = company === null ? 'entreprise.example' : `${companyFacts(company).slug}.example`;
  return userRow({
    id: idOf.employerUser(index, createdAt),
    createdAt,
    email: known?.email ?? `${person.mailName}${index}@${domain}`,
    person,
    role: 'EMPLOYER',
    passwordHash,
    isVerified: known !== undefined || random.chance(95),
    isActive: true,
  });
}

function candidateUser({ people, passwordHash }: Plan, index: number) {
  const random = Random.of(Kind.CANDIDATE, index);
  const person = makePerson(random);
  const createdAt = people.candidateSince(index);
  const isDemo = index === DEMO_CANDIDATE;
  return userRow({
    id: idOf.candidateUser(index, createdAt),
    createdAt,
    email: isDemo
      ? DEMO_LOGINS.candidate
      : `${person.mailName}${index}@${random.pick(CANDIDATE_MAIL_DOMAINS)}`,
    person,
    role: 'CANDIDATE',
    passwordHash,
    isVerified: isDemo || random.chance(85),
    isActive: isDemo || random.chance(96),
  });
}
