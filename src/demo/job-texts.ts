import { fillIn } from './fill-in.js';
import type { JobFacts } from './job.js';
import type { Random } from './random.js';
import { ENGLISH_JOB_PHRASES } from './words/job-phrases-en.js';
import { FRENCH_JOB_PHRASES } from './words/job-phrases-fr.js';

/** The four texts of a job. Line breaks separate paragraphs and items. */
export function jobTexts(facts: JobFacts, random: Random) {
  const { language, profession, company, title, city, locationType } = facts;
  const phrases = language === 'fr' ? FRENCH_JOB_PHRASES : ENGLISH_JOB_PHRASES;
  const paragraphs = [
    random.pick(phrases.openings),
    profession.mission,
    random.pick(phrases.places[locationType]),
    random.pick(phrases.closings),
  ];
  const values = {
    COMPANY: company.name,
    BUSINESS: company.industry[language],
    IN_CITY: `${language === 'fr' ? 'à' : 'in'} ${city}`,
    TITLE: title,
  };
  return {
    description: fillIn(paragraphs.join('\n\n'), values),
    requirements: items(profession.requirements, profession.requirements.length, random),
    responsibilities: items(profession.duties, profession.duties.length, random),
    benefits: random.chance(88) ? items(phrases.benefits, random.int(3, 5), random) : null,
  };
}

function items(lines: readonly string[], count: number, random: Random): string {
  return random
    .sample(lines, count)
    .map((line) => `- ${line}`)
    .join('\n');
}
