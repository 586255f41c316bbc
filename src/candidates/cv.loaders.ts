import { sql } from 'kysely';
import { defineLoader, groupedBy } from '../graphql/loader.js';
import { rowById } from '../graphql/row-by-id.js';
import { Cv } from './cv.entity.js';

export const cvById = rowById(Cv, 'cvs');

/** The CVs on a profile, latest first. */
export const cvsOfCandidate = defineLoader<string, Cv[]>(async ({ db }, candidateIds) => {
  const rows = await db.rows(sql<Cv>`
    select ${db.columns.list(Cv, 'c')} from cvs c
    where c.candidate_id = any(${candidateIds}::uuid[]) and c.deleted_at is null
    order by c.created_at desc, c.id desc`);
  return groupedBy(candidateIds, rows, (cv) => cv.candidateId);
});
