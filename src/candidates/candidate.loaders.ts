import { sql } from 'kysely';
import { defineLoader, inOrderOf } from '../graphql/loader.js';
import { rowById } from '../graphql/row-by-id.js';
import { Candidate } from './candidate.entity.js';

export const candidateById = rowById(Candidate, 'candidates');

export const candidateByUserId = defineLoader<string, Candidate | null>(async ({ db }, userIds) => {
  const rows = await db.rows(sql<Candidate>`
    select ${db.columns.list(Candidate, 'c')} from candidates c where c.user_id = any(${userIds}::uuid[])`);
  return inOrderOf(userIds, rows, (candidate) => candidate.userId);
});
