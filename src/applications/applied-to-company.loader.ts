import { sql } from 'kysely';
import { defineLoader } from '../graphql/loader.js';
import { Role } from '../graphql/role.js';

/**
 * Whether a candidate has applied to the company for which the viewer works on applications, whatever became of it;
 * false for everybody else.
 */
export const hasAppliedToCompany = defineLoader<string, boolean>(async ({ db, viewer }, candidateIds) => {
  if (viewer?.role !== Role.EMPLOYER || viewer.companyId === null || !viewer.canManageCandidates)
    return candidateIds.map(() => false);
  const rows = await db.rows(sql<{ candidateId: string }>`
    select c.id as "candidateId" from unnest(${candidateIds}::uuid[]) c (id)
    where exists (
      select from applications a where a.candidate_id = c.id and a.company_id = ${viewer.companyId}
    )`);
  const applied = new Set(rows.map((row) => row.candidateId));
  return candidateIds.map((id) => applied.has(id));
});
