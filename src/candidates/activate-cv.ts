import { sql } from 'kysely';
import type { Context } from '../graphql/context.js';
import type { CandidateViewer } from '../graphql/viewer.js';
import { executeIn } from '../platform/database/database.js';
import type { Cv } from './cv.entity.js';
import { findOwnCv } from './find-own-cv.js';
import { lockProfile } from './lock-profile.js';

/** Makes a CV the one that goes with applications, in place of the one that was. */
export function activateCv(ctx: Context, viewer: CandidateViewer, cvId: string): Promise<Cv> {
  return ctx.db.transaction(async (em) => {
    await lockProfile(em, viewer);
    const cv = await findOwnCv(em, viewer, cvId);
    // By hand and first: the unique index looks at each row as it is written.
    await executeIn(
      em,
      sql`update cvs set is_active = false
        where candidate_id = ${viewer.candidateId} and is_active and id <> ${cv.id}`,
    );
    cv.isActive = true;
    return cv;
  });
}
