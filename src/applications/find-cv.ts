import type { Cv } from '../candidates/cv.entity.js';
import { cvById } from '../candidates/cv.loaders.js';
import { seesCvsOf } from '../candidates/cv.policy.js';
import type { Context } from '../graphql/context.js';
import { wasSentToViewer } from './cv-sent.loader.js';

/**
 * A CV for those who see it on the profile, and for those who see an application it was sent with, also after it was
 * taken off the profile. Null for everybody else.
 */
export async function findVisibleCv(ctx: Context, id: string): Promise<Cv | null> {
  const cv = await cvById(ctx).load(id);
  if (!cv || (cv.deletedAt === null && seesCvsOf(ctx.viewer, cv.candidateId))) return cv;
  return (await wasSentToViewer(ctx).load(id)) ? cv : null;
}
