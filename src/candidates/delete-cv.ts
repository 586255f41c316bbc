import type { Context } from '../graphql/context.js';
import type { CandidateViewer } from '../graphql/viewer.js';
import { Cv } from './cv.entity.js';
import { findOwnCv } from './find-own-cv.js';
import { lockProfile } from './lock-profile.js';

/**
 * Takes a CV off the profile. If it was the active one, the latest of the others is. Row and file go when no application
 * carries it (remove-unused-cvs.ts): what was submitted stays as submitted.
 */
export function deleteCv(ctx: Context, viewer: CandidateViewer, cvId: string): Promise<string> {
  return ctx.db.transaction(async (em) => {
    await lockProfile(em, viewer);
    const cv = await findOwnCv(em, viewer, cvId);
    const wasActive = cv.isActive;
    em.assign(cv, { isActive: false, deletedAt: ctx.clock.now() });
    await em.flush();
    const { candidateId } = viewer;
    const [next] = await em.find(
      Cv,
      { candidateId, deletedAt: null },
      { orderBy: { createdAt: 'desc', id: 'desc' }, limit: 1 },
    );
    if (wasActive && next) next.isActive = true;
    return cvId;
  });
}
