import type { Random } from './random.js';
import { slug } from './fill-in.js';
import type { Seconds } from './time.js';
import { timestamp } from './time.js';
import { FIRST_NAMES, LAST_NAMES } from './words/names.js';
import type { Country } from './words/places.js';

/** A name. */
export interface Person {
  firstName: string;
  lastName: string;
  /** What e-mail addresses are made of: "amina.mbarga". */
  mailName: string;
}

/** Someone with a name of the region. */
export function makePerson(random: Random): Person {
  const firstName = random.pick(FIRST_NAMES);
  const lastName = random.pick(LAST_NAMES);
  return { firstName, lastName, mailName: `${slug(firstName)}.${slug(lastName)}` };
}

/** A number nobody has: subscribers' numbers do not start with zeros. */
export function phoneNumber(country: Country, random: Random): string {
  return `${country.dialCode} 00 00 ${random.int(10, 99)} ${random.int(10, 99)}`;
}

interface UserOptions {
  id: string;
  createdAt: Seconds;
  email: string;
  person: Person;
  role: 'CANDIDATE' | 'EMPLOYER' | 'ADMIN';
  passwordHash: string;
  isVerified: boolean;
  isActive: boolean;
}

/** A row of the table users. */
export function userRow(options: UserOptions) {
  const { id, createdAt, email, person, role, passwordHash, isVerified, isActive } = options;
  return {
    id,
    created_at: timestamp(createdAt),
    email,
    email_verified_at: isVerified ? timestamp(createdAt + 4 * 60) : null,
    password_hash: passwordHash,
    role,
    first_name: person.firstName,
    last_name: person.lastName,
    is_active: isActive,
    updated_at: timestamp(createdAt),
  };
}
