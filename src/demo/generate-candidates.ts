import { candidateFacts, DEMO_CANDIDATE, type CandidateFacts } from './candidate.js';
import { fillIn, slug } from './fill-in.js';
import { Kind } from './kinds.js';
import { makePerson, phoneNumber } from './person.js';
import type { Plan } from './plan.js';
import { Random } from './random.js';
import { idOf } from './row-ids.js';
import { DAY, timestamp } from './time.js';
import { PROFILE_PHRASES } from './words/profile-phrases.js';

/** Rows of the table candidates. */
export function* generateCandidates({ people, counts, now }: Plan) {
  for (let index = 0; index < counts.candidates; index += 1) {
    const random = Random.of(Kind.CANDIDATE, index);
    const handle = `${slug(makePerson(random).mailName)}-${index}`;
    const facts = candidateFacts(index);
    const createdAt = people.candidateSince(index);
    const updatedAt = Math.min(now, createdAt + random.int(0, 60 * DAY));
    yield {
      id: idOf.candidate(index, createdAt),
      created_at: timestamp(createdAt),
      user_id: idOf.candidateUser(index, createdAt),
      ...contact(facts, index, handle, random),
      ...career(facts, random),
      updated_at: timestamp(updatedAt),
    };
  }
}

/** The demo candidate gives no phone number: something is left to fill in. */
function contact(
  { isComplete, city, country, language }: CandidateFacts,
  index: number,
  handle: string,
  random: Random,
) {
  const hasPhone = index !== DEMO_CANDIDATE && random.chance(isComplete ? 90 : 40);
  return {
    phone: hasPhone ? phoneNumber(country, random) : null,
    location: isComplete || random.chance(50) ? `${city}, ${country[language]}` : null,
    linkedin_url: isComplete && random.chance(55) ? `https://linkedin.example/in/${handle}` : null,
    website_url: isComplete && random.chance(12) ? `https://${handle}.example` : null,
  };
}

function career({ isComplete, title, language, years }: CandidateFacts, random: Random) {
  const phrases = PROFILE_PHRASES[language];
  const summary = random.pick(years < 2 ? phrases.beginnerSummaries : phrases.summaries);
  const expectation = Math.round((title.pay[0] * (1 + years * 0.05)) / 10) * 10_000;
  const hasExpectation = isComplete && random.chance(70);
  return {
    title: isComplete || random.chance(50) ? title.name : null,
    summary: isComplete ? fillIn(summary, { TITLE: title.name, YEARS: String(years) }) : null,
    years_experience: isComplete ? years : null,
    salary_expectation_min: hasExpectation ? expectation : null,
    salary_expectation_max: hasExpectation ? Math.round(expectation * 0.13) * 10 : null,
  };
}
