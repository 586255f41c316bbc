import { sql, type RawBuilder } from 'kysely';
import type { Cv } from '../candidates/cv.entity.js';
import { cvById } from '../candidates/cv.loaders.js';
import { seesCvsOf } from '../candidates/cv.policy.js';
import type { Context } from '../graphql/context.js';
import { Role } from '../graphql/role.js';
import type { Viewer } from '../graphql/viewer.js';

/**
 * A CV for those who see it on the profile, and for those who see an application it was sent with, also after it was
 * taken off the profile. Null for everybody else.
 */
export async function findVisibleCv(ctx: Context, id: string): Promise<Cv | null> {
  const cv = await cvById(ctx).load(id);
  if (!cv) return null;
  if (cv.deletedAt === null && seesCvsOf(ctx.viewer, cv.candidateId)) return cv;
  const seen = applicationsSeenBy(ctx.viewer);
  if (!seen) return null;
  const sent = await ctx.db.row(
    sql<object>`select a.id from applications a where a.cv_id = ${id} and ${seen} limit 1`,
  );
  return sent ? cv : null;
}

/** The same as maySeeApplication, for a statement. */
function applicationsSeenBy(viewer: Viewer | null): RawBuilder<unknown> | null {
  if (viewer?.role === Role.ADMIN) return sql`true`;
  if (viewer?.role === Role.CANDIDATE) return sql`a.candidate_id = ${viewer.candidateId}`;
  if (!viewer || viewer.companyId === null || !viewer.canManageCandidates) return null;
  return sql`a.company_id = ${viewer.companyId}`;
}
