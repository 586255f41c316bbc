import { at } from './at.js';
import { candidateFacts, type CandidateFacts } from './candidate.js';
import { companyFacts } from './company.js';
import { Kind } from './kinds.js';
import type { Plan } from './plan.js';
import { Random } from './random.js';
import { idOf, rowId } from './row-ids.js';
import { MINUTE, monthBefore, timestamp, type Seconds } from './time.js';
import { titlesOf } from './words/profession.js';
import { PROFILE_PHRASES } from './words/profile-phrases.js';
import { DEGREES, LANGUAGE_SKILLS, SCHOOLS, SOFT_SKILLS, TECHNICAL_SKILLS } from './words/skills.js';

interface Owner {
  index: number;
  facts: CandidateFacts;
  candidateId: string;
  /** When the profile was filled in. */
  filledAt: Seconds;
}

/** More than any candidate has of one kind: keeps the numbers of the rows apart. */
const MAX_PER_CANDIDATE = 16;

function* owners({ people, counts }: Plan): Generator<Owner> {
  for (let index = 0; index < counts.candidates; index += 1) {
    const createdAt = people.candidateSince(index);
    const candidateId = idOf.candidate(index, createdAt);
    yield { index, facts: candidateFacts(index), candidateId, filledAt: createdAt + 12 * MINUTE };
  }
}

/** How many experiences, educations or skills all candidates have together. */
export function countProfileRows({ counts }: Plan, what: 'experiences' | 'educations' | 'skills'): number {
  let count = 0;
  for (let index = 0; index < counts.candidates; index += 1) count += candidateFacts(index)[what];
  return count;
}

/** Rows of the table experiences: one job after the other up to now. */
export function* generateExperiences(plan: Plan) {
  for (const { index, facts, candidateId, filledAt } of owners(plan)) {
    const random = Random.of(Kind.EXPERIENCE, index);
    const months = Math.max(8, facts.years * 12);
    for (let nth = 0; nth < facts.experiences; nth += 1) {
      const isLast = nth === facts.experiences - 1;
      const start = nth === 0 ? months : Math.floor(months / 2);
      const end = isLast ? random.int(0, 3) : Math.floor(months / 2) + 1;
      yield {
        id: rowId(Kind.EXPERIENCE, index * MAX_PER_CANDIDATE + nth, filledAt),
        created_at: timestamp(filledAt),
        candidate_id: candidateId,
        title: (isLast ? facts.title : random.pick(titlesOf(facts.profession))).name,
        company_name: companyFacts(random.int(0, plan.counts.companies - 1)).name,
        location: random.pick(facts.country.cities),
        start_month: monthBefore(plan.now, start),
        end_month: isLast && end < 2 ? null : monthBefore(plan.now, end),
        description: random.pick(PROFILE_PHRASES[facts.language].experiences),
      };
    }
  }
}

/** Rows of the table educations: first the degree, then the school before it. */
export function* generateEducations(plan: Plan) {
  for (const { index, facts, candidateId, filledAt } of owners(plan)) {
    const random = Random.of(Kind.EDUCATION, index);
    const left = facts.years * 12 + 6;
    for (let nth = 0; nth < facts.educations; nth += 1) {
      const isSchool = nth === 1;
      const isStudying = !isSchool && facts.years === 0 && random.chance(50);
      yield {
        id: rowId(Kind.EDUCATION, index * MAX_PER_CANDIDATE + nth, filledAt),
        created_at: timestamp(filledAt),
        candidate_id: candidateId,
        degree: isSchool ? 'Baccalauréat' : random.pick(DEGREES[facts.profession.family]),
        school: isSchool ? `Lycée de ${at(facts.country.cities, 0)}` : random.pick(SCHOOLS),
        location: random.pick(facts.country.cities),
        start_month: monthBefore(plan.now, left + (isSchool ? 84 : random.int(24, 48))),
        end_month: isStudying ? null : monthBefore(plan.now, isSchool ? left + 50 : left),
        description: null,
      };
    }
  }
}

/** Rows of the table skills. */
export function* generateSkills(plan: Plan) {
  for (const { index, facts, candidateId, filledAt } of owners(plan)) {
    const random = Random.of(Kind.SKILL, index);
    const chosen = chooseSkills(facts, random);
    for (const [nth, { name, category }] of chosen.entries()) {
      yield {
        id: rowId(Kind.SKILL, index * MAX_PER_CANDIDATE + nth, filledAt),
        created_at: timestamp(filledAt),
        candidate_id: candidateId,
        name,
        level: random.int(category === 'LANGUAGE' ? 2 : 1, 5),
        category,
      };
    }
  }
}

/** As many different skills as the facts say: about half of them technical. */
function chooseSkills({ profession, skills }: CandidateFacts, random: Random) {
  const technical = random.sample(TECHNICAL_SKILLS[profession.family], Math.ceil(skills / 2));
  const languages = random.sample(LANGUAGE_SKILLS, Math.min(2, skills - technical.length));
  const soft = random.sample(SOFT_SKILLS, skills - technical.length - languages.length);
  return [
    ...technical.map((name) => ({ name, category: 'TECHNICAL' as const })),
    ...languages.map((name) => ({ name, category: 'LANGUAGE' as const })),
    ...soft.map((name) => ({ name, category: 'SOFT' as const })),
  ];
}
