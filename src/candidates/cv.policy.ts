import { Role } from '../graphql/role.js';
import type { Viewer } from '../graphql/viewer.js';

/**
 * The candidate and administrators see every CV on a profile. Employers see none there: they get the one of each
 * application they hold (applications/find-cv.ts).
 */
export function seesCvsOf(viewer: Viewer | null, candidateId: string): boolean {
  if (viewer?.role === Role.ADMIN) return true;
  return viewer?.role === Role.CANDIDATE && viewer.candidateId === candidateId;
}
