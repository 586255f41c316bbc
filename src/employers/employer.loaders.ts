import { sql } from 'kysely';
import { defineLoader, inOrderOf } from '../graphql/loader.js';
import { rowById } from '../graphql/row-by-id.js';
import { Employer } from './employer.entity.js';

export const employerById = rowById(Employer, 'employers');

export const employerByUserId = defineLoader<string, Employer | null>(async ({ db }, userIds) => {
  const rows = await db.rows(sql<Employer>`
    select ${db.columns.list(Employer, 'e')} from employers e where e.user_id = any(${userIds}::uuid[])`);
  return inOrderOf(userIds, rows, (employer) => employer.userId);
});
