/** What counts towards a complete profile. */
export interface ProfileFacts {
  firstName: string;
  lastName: string;
  email: string;
  phone: string | null;
  location: string | null;
  title: string | null;
  summary: string | null;
  hasExperience: boolean;
  hasEducation: boolean;
  hasSkill: boolean;
}

const FIELDS_SHARE = 60;
const EXPERIENCE_SHARE = 15;
const EDUCATION_SHARE = 15;
const SKILL_SHARE = 10;

/** How complete a candidate's profile is, in percent. */
export function profileCompletion(facts: ProfileFacts): number {
  const { firstName, lastName, email, phone, location, title, summary } = facts;
  const fields = [firstName, lastName, email, phone, location, title, summary];
  const filled = fields.filter((value) => value !== null && value.trim() !== '').length;
  return Math.round(
    (FIELDS_SHARE * filled) / fields.length +
      (facts.hasExperience ? EXPERIENCE_SHARE : 0) +
      (facts.hasEducation ? EDUCATION_SHARE : 0) +
      (facts.hasSkill ? SKILL_SHARE : 0),
  );
}
