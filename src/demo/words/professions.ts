import { ENGLISH_OFFICE_PROFESSIONS } from './professions-en-office.js';
import { ENGLISH_SERVICE_PROFESSIONS } from './professions-en-service.js';
import { ENGLISH_TECHNICAL_PROFESSIONS } from './professions-en-technical.js';
import { FRENCH_OFFICE_PROFESSIONS } from './professions-fr-office.js';
import { FRENCH_SERVICE_PROFESSIONS } from './professions-fr-service.js';
import { FRENCH_TECHNICAL_PROFESSIONS } from './professions-fr-technical.js';
import type { IndustryName } from './industries.js';
import type { Profession } from './profession.js';

/** ISO 639-1. */
export type Language = 'fr' | 'en';

/** Every profession, by the language its texts are in. */
export const PROFESSIONS: Record<Language, readonly Profession[]> = {
  fr: [...FRENCH_OFFICE_PROFESSIONS, ...FRENCH_TECHNICAL_PROFESSIONS, ...FRENCH_SERVICE_PROFESSIONS],
  en: [...ENGLISH_OFFICE_PROFESSIONS, ...ENGLISH_TECHNICAL_PROFESSIONS, ...ENGLISH_SERVICE_PROFESSIONS],
};

interface Choices {
  /** Only this industry hires them, or few others with it. */
  own: readonly Profession[];
  /** Every industry hires them. */
  common: readonly Profession[];
}

/** Whom a company of that industry hires. */
export function professionsOf(industry: IndustryName, language: Language): Choices {
  const all = PROFESSIONS[language];
  return {
    own: all.filter(({ industries }) => industries.includes(industry)),
    common: all.filter(({ industries }) => industries.length === 0),
  };
}
