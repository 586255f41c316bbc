import { at } from './at.js';
import { Kind } from './kinds.js';
import { Random } from './random.js';
import { COUNTRIES, type Country } from './words/places.js';
import { titlesOf, type Profession, type SkillFamily, type Title } from './words/profession.js';
import { PROFESSIONS, type Language } from './words/professions.js';

/** The candidate who signs in with the demo login is the first one. */
export const DEMO_CANDIDATE = 0;

/** The demo candidate writes software: several industries hire for that, the demo employer's among them. */
export const DEMO_FAMILY: SkillFamily = 'software';

const DEMO_PROFESSION = at(
  PROFESSIONS.fr.filter(({ family }) => family === DEMO_FAMILY),
  0,
);

/** What a candidate is like. */
export interface CandidateFacts {
  language: Language;
  profession: Profession;
  title: Title;
  country: Country;
  city: string;
  years: number;
  /** Whether the candidate took the trouble of filling in the profile. */
  isComplete: boolean;
  experiences: number;
  educations: number;
  skills: number;
}

/** What the rows of candidate `index` in several tables have in common. */
export function candidateFacts(index: number): CandidateFacts {
  const random = Random.of(Kind.PROFILE, index ^ 0x40000000);
  const isDemo = index === DEMO_CANDIDATE;
  const isComplete = isDemo || random.chance(78);
  const country = isDemo ? at(COUNTRIES, 0) : random.weighted(COUNTRIES);
  const language: Language = !isDemo && random.chance(country.english - 10) ? 'en' : 'fr';
  const profession = isDemo ? DEMO_PROFESSION : random.pick(PROFESSIONS[language]);
  return {
    language,
    profession,
    title: isDemo ? at(titlesOf(profession), 0) : random.pick(titlesOf(profession)),
    country,
    city: random.chance(50) ? at(country.cities, 0) : random.pick(country.cities),
    years: isDemo ? 6 : Math.floor(19 * random.fraction() ** 1.6),
    isComplete,
    experiences: isComplete ? random.int(1, 2) : 0,
    educations: isComplete ? random.int(1, 2) : random.int(0, 1),
    skills: isComplete ? random.int(5, 10) : random.int(0, 2),
  };
}
