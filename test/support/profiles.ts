import { act, type Act } from './act.js';
import type { Person } from './people.js';

/** Changes to a profile that are fine as they are. */
export const PROFILE = {
  phone: '+241 01 23 45 67',
  location: 'Libreville',
  linkedinUrl: 'https://linkedin.example.org/in/ama',
  websiteUrl: 'http://ama.example.org/',
  title: 'Comptable confirmée',
  summary: 'Dix ans de métier.\nTrois langues.',
  yearsExperience: 10,
  salaryExpectationMin: 500_000,
  salaryExpectationMax: 700_000,
};

export const EXPERIENCE = {
  title: 'Comptable',
  companyName: 'Gabon Télécom',
  location: 'Libreville',
  startMonth: '2018-03',
  endMonth: '2021-08',
  description: 'La comptabilité générale.',
};

export const EDUCATION = {
  degree: 'Licence en gestion',
  school: 'Université Omar-Bongo',
  location: 'Libreville',
  startMonth: '2014-10',
  endMonth: '2017-06',
  description: 'Mention bien.',
};

export const SKILL = { name: 'Excel', level: 4, category: 'TECHNICAL' };

/** Does what is expected to be done, and answers the id of what it made or changed. */
export async function done(person: Person, name: Act, input: Record<string, unknown>): Promise<string> {
  const outcome = await act<{ id: string }>(person.client, name, input);
  if (!outcome.result) throw new Error(`${name} refused: ${JSON.stringify(outcome)}`);
  return outcome.result.id;
}

/** Adds one of each kind to a profile, and answers their ids. */
export async function addedTo(
  candidate: Person,
  skillName = SKILL.name,
): Promise<Record<'experience' | 'education' | 'skill', string>> {
  return {
    experience: await done(candidate, 'addExperience', EXPERIENCE),
    education: await done(candidate, 'addEducation', EDUCATION),
    skill: await done(candidate, 'addSkill', { ...SKILL, name: skillName }),
  };
}
