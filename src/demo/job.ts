import { companyFacts, type CompanyFacts } from './company.js';
import { Kind } from './kinds.js';
import { Random } from './random.js';
import { ENGLISH_GRADES } from './words/job-phrases-en.js';
import { FRENCH_GRADES } from './words/job-phrases-fr.js';
import { titlesOf, type Profession } from './words/profession.js';
import { professionsOf, type Language } from './words/professions.js';

const TYPES = [
  { type: 'FULL_TIME', weight: 64 },
  { type: 'CONTRACT', weight: 15 },
  { type: 'INTERNSHIP', weight: 9 },
  { type: 'PART_TIME', weight: 6 },
  { type: 'TEMPORARY', weight: 6 },
] as const;

const DESK_PLACES = [
  { place: 'ON_SITE', weight: 50 },
  { place: 'HYBRID', weight: 35 },
  { place: 'REMOTE', weight: 15 },
] as const;

export type JobTypeName = (typeof TYPES)[number]['type'];
export type LocationTypeName = (typeof DESK_PLACES)[number]['place'];

/** What a job is like. */
export interface JobFacts {
  language: Language;
  company: CompanyFacts;
  profession: Profession;
  title: string;
  /** Usual pay of that title and grade: lowest and highest, thousands of XAF a month. */
  pay: readonly [number, number];
  type: JobTypeName;
  locationType: LocationTypeName;
  city: string;
}

/** What the texts about job `index` of that company have to agree on. */
export function jobFacts(index: number, companyIndex: number): JobFacts {
  const random = Random.of(Kind.JOB, index);
  const company = companyFacts(companyIndex);
  const language: Language = random.chance(company.country.english) ? 'en' : 'fr';
  const { own, common } = professionsOf(company.industry.name, language);
  const profession = random.pick(own.length > 0 && random.chance(68) ? own : common);
  const { type } = random.weighted(TYPES);
  return {
    language,
    company,
    profession,
    ...chooseTitle(profession, language, type, random),
    type,
    locationType: profession.desk ? random.weighted(DESK_PLACES).place : 'ON_SITE',
    city: random.chance(75) ? company.city : random.pick(company.country.cities),
  };
}

/** Nobody is called a junior director. */
const LEADS =
  /Manager|Supervisor|Principal|Leader|Foreman|Responsable|Directeur|Chef|Superviseur|Surveillant|Maître/;

function chooseTitle(profession: Profession, language: Language, type: JobTypeName, random: Random) {
  const { name, pay } = random.pick(titlesOf(profession));
  const isGraded = type !== 'INTERNSHIP' && !LEADS.test(name);
  const grade = isGraded ? random.weighted(GRADES[language]) : UNGRADED;
  return {
    title: type === 'INTERNSHIP' ? `${INTERNSHIP[language]}${name}` : `${grade.before}${name}${grade.after}`,
    pay: [pay[0] * grade.pay, pay[1] * grade.pay] as const,
  };
}

interface Grade {
  before: string;
  after: string;
  pay: number;
  weight: number;
}

const GRADES: Record<Language, readonly Grade[]> = { fr: FRENCH_GRADES, en: ENGLISH_GRADES };
const UNGRADED = { before: '', after: '', pay: 1 };
const INTERNSHIP = { fr: 'Stage – ', en: 'Internship – ' };

/** The title a job carries: French ones say that they are for women and men alike. */
export function fullTitle({ title, language }: JobFacts): string {
  return language === 'fr' ? `${title} (H/F)` : title;
}
