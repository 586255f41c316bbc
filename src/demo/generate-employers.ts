import { at } from './at.js';
import { companyFacts } from './company.js';
import { Kind } from './kinds.js';
import { phoneNumber } from './person.js';
import type { Plan } from './plan.js';
import { Random } from './random.js';
import { idOf } from './row-ids.js';
import { timestamp } from './time.js';
import { COUNTRIES } from './words/places.js';

const POSITIONS = [
  { position: 'Responsable recrutement', department: 'Ressources humaines' },
  { position: 'HR Officer', department: 'Human Resources' },
  { position: 'Chargée de recrutement', department: 'Ressources humaines' },
  { position: 'Directeur des opérations', department: 'Opérations' },
  { position: 'Office Manager', department: 'Administration' },
  { position: 'Chef d’agence', department: 'Réseau' },
] as const;

/** Rows of the table employers. */
export function* generateEmployers({ people, counts }: Plan) {
  for (let index = 0; index < people.employers; index += 1) {
    const random = Random.of(Kind.PROFILE, index);
    const company = people.companyOf(index);
    const isAdmin = people.isCompanyAdmin(index);
    const { position, department } = isAdmin
      ? { position: 'Directeur des ressources humaines', department: 'Ressources humaines' }
      : random.pick(POSITIONS);
    const country = company === null ? at(COUNTRIES, 0) : companyFacts(company).country;
    const createdAt = people.employerSince(index);
    const timestampCreated = timestamp(createdAt);
    yield {
      id: idOf.employer(index, createdAt),
      created_at: timestampCreated,
      user_id: idOf.employerUser(index, createdAt),
      company_id: company === null ? null : idOf.company(company, people.companySince(company)),
      position: company === null ? null : position,
      department: company === null ? null : department,
      phone: index < counts.knownEmployers.length || random.chance(80) ? phoneNumber(country, random) : null,
      can_create_jobs: people.canCreateJobs(index),
      can_manage_candidates: isAdmin || random.chance(85),
      is_company_admin: isAdmin,
      updated_at: timestampCreated,
    };
  }
}
