import { companyFacts, type CompanyFacts } from './company.js';
import { Kind } from './kinds.js';
import type { Plan } from './plan.js';
import { Random } from './random.js';
import { idOf } from './row-ids.js';
import { DAY, timestamp, timestampOrNull } from './time.js';
import { STREETS } from './words/places.js';

const SIZES = [
  { size: 'FROM_1_TO_10', staff: [4, 10], weight: 18 },
  { size: 'FROM_11_TO_50', staff: [12, 50], weight: 34 },
  { size: 'FROM_51_TO_200', staff: [55, 190], weight: 28 },
  { size: 'FROM_201_TO_500', staff: [210, 480], weight: 13 },
  { size: 'OVER_500', staff: [520, 1_800], weight: 7 },
] as const;

/** Rows of the table companies. */
export function* generateCompanies({ people, counts, now }: Plan) {
  for (let index = 0; index < counts.companies; index += 1) {
    const random = Random.of(Kind.PROFILE, -1 - index);
    const facts = companyFacts(index);
    const { size, staff } = index < counts.knownEmployers.length ? SIZES[3] : random.weighted(SIZES);
    const createdAt = people.companySince(index);
    const isVerified = index < counts.knownEmployers.length || random.chance(70);
    const verifiedAt = isVerified ? Math.min(now, createdAt + random.int(1, 7) * DAY) : 0;
    yield {
      id: idOf.company(index, createdAt),
      created_at: timestamp(createdAt),
      name: facts.name,
      description: description(facts, random.int(staff[0], staff[1])),
      industry: facts.industry.name,
      size,
      website_url: `https://www.${facts.slug}.example`,
      linkedin_url: random.chance(60) ? `https://linkedin.example/company/${facts.slug}` : null,
      address: `${random.int(1, 240)}, ${random.pick(STREETS)}`,
      city: facts.city,
      country: facts.country.code,
      verified_at: timestampOrNull(verifiedAt),
      updated_at: timestamp(Math.max(createdAt, verifiedAt)),
    };
  }
}

function description({ name, industry, city, country }: CompanyFacts, staff: number): string {
  if (country.english > 50 && name.length % 2 === 0) {
    return `${name} ${industry.en}. Based in ${city}, ${country.en}, we are a team of about ${staff} people who value clear goals, safety and learning on the job.`;
  }
  return `${name} ${industry.fr}. Basée à ${city} (${country.fr}), notre équipe d’environ ${staff} personnes tient à la qualité du service, à la sécurité et à la formation de chacun.`;
}
