import { sql, type RawBuilder } from 'kysely';
import { defineLoader } from '../graphql/loader.js';
import { Role } from '../graphql/role.js';
import type { Viewer } from '../graphql/viewer.js';

/** Whether a CV was sent with an application that the viewer may see. */
export const wasSentToViewer = defineLoader<string, boolean>(async ({ db, viewer }, cvIds) => {
  const seen = applicationsSeenBy(viewer);
  if (!seen) return cvIds.map(() => false);
  const rows = await db.rows(sql<{ cvId: string }>`
    select c.id as "cvId" from unnest(${cvIds}::uuid[]) c (id)
    where exists (select from applications a where a.cv_id = c.id and ${seen})`);
  const sent = new Set(rows.map((row) => row.cvId));
  return cvIds.map((id) => sent.has(id));
});

/** The same as maySeeApplication, for a statement. */
function applicationsSeenBy(viewer: Viewer | null): RawBuilder<unknown> | null {
  if (viewer?.role === Role.ADMIN) return sql`true`;
  if (viewer?.role === Role.CANDIDATE) return sql`a.candidate_id = ${viewer.candidateId}`;
  if (!viewer || viewer.companyId === null || !viewer.canManageCandidates) return null;
  return sql`a.company_id = ${viewer.companyId}`;
}
