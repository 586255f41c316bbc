import { sql } from 'kysely';
import { defineLoader, groupedBy } from '../graphql/loader.js';
import { rowById } from '../graphql/row-by-id.js';
import { Education } from './education.entity.js';
import { Experience } from './experience.entity.js';
import { Skill } from './skill.entity.js';

export const experienceById = rowById(Experience, 'experiences');
export const educationById = rowById(Education, 'educations');
export const skillById = rowById(Skill, 'skills');

/** What the candidate does today first, then by the last month, the latest first. */
const LATEST_FIRST = sql`e.end_month desc nulls first, e.start_month desc, e.id desc`;

export const experiencesOfCandidate = defineLoader<string, Experience[]>(async ({ db }, candidateIds) => {
  const rows = await db.rows(sql<Experience>`
    select ${db.columns.list(Experience, 'e')} from experiences e
    where e.candidate_id = any(${candidateIds}::uuid[]) order by ${LATEST_FIRST}`);
  return groupedBy(candidateIds, rows, (experience) => experience.candidateId);
});

export const educationsOfCandidate = defineLoader<string, Education[]>(async ({ db }, candidateIds) => {
  const rows = await db.rows(sql<Education>`
    select ${db.columns.list(Education, 'e')} from educations e
    where e.candidate_id = any(${candidateIds}::uuid[]) order by ${LATEST_FIRST}`);
  return groupedBy(candidateIds, rows, (education) => education.candidateId);
});

export const skillsOfCandidate = defineLoader<string, Skill[]>(async ({ db }, candidateIds) => {
  const rows = await db.rows(sql<Skill>`
    select ${db.columns.list(Skill, 's')} from skills s
    where s.candidate_id = any(${candidateIds}::uuid[]) order by s.created_at desc, s.id desc`);
  return groupedBy(candidateIds, rows, (skill) => skill.candidateId);
});
