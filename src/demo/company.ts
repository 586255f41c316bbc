import { at } from './at.js';
import { slug } from './fill-in.js';
import { Kind } from './kinds.js';
import { Random, weightedAt } from './random.js';
import { COMPANY_STEMS } from './words/company-stems.js';
import { INDUSTRIES } from './words/industries.js';
import { COUNTRIES, type Country } from './words/places.js';

type CompanyIndustry = (typeof INDUSTRIES)[number];

/** What a company is like. */
export interface CompanyFacts {
  name: string;
  /** Unique, as the name is: part of its web and e-mail addresses. */
  slug: string;
  industry: CompanyIndustry;
  country: Country;
  city: string;
}

const NOUNS_PER_INDUSTRY = 4;
const CITIES = COUNTRIES.flatMap(({ cities }) => cities);

/** What company `index` is called, does, and where. */
export function companyFacts(index: number): CompanyFacts {
  const random = Random.of(Kind.COMPANY, index);
  const country = countryOf(index);
  const industry = industryOf(index);
  const name = companyName(index, industry);
  return {
    name,
    slug: slug(name),
    industry,
    country,
    city: random.chance(60) ? at(country.cities, 0) : random.pick(country.cities),
  };
}

/** In steps of the golden section: however few companies there are, every country gets its share. */
function countryOf(index: number): Country {
  return weightedAt(COUNTRIES, (index * 0.618_033_988_75) % 1);
}

function industryOf(index: number): CompanyIndustry {
  return at(INDUSTRIES, index % INDUSTRIES.length);
}

/**
 * No two companies have the same name: within an industry, every stem is used with every noun once, and then again
 * with a city behind.
 */
function companyName(index: number, industry: CompanyIndustry): string {
  const nth = Math.floor(index / INDUSTRIES.length);
  const stems = COMPANY_STEMS.length;
  const stem = nth % stems;
  const round = Math.floor(nth / stems);
  const noun = (stem + round) % NOUNS_PER_INDUSTRY;
  const district = Math.floor(round / NOUNS_PER_INDUSTRY);
  const shifted = (stem + (index % INDUSTRIES.length) * 23) % stems;
  const name = `${at(COMPANY_STEMS, shifted)} ${at(industry.nouns, noun)}`;
  return district === 0 ? name : `${name} ${at(CITIES, district - 1)}`;
}
