import { Role } from '../graphql/role.js';
import type { Viewer } from '../graphql/viewer.js';
import type { ApplicationNote } from './application-note.entity.js';

/** Of those who see a note, its author alone may put other words into it. */
export function mayRewriteNote(viewer: Viewer | null, note: ApplicationNote): boolean {
  return viewer?.role === Role.EMPLOYER && viewer.employerId === note.employerId;
}

/** Of those who see a note, its author and company admins may remove it. */
export function mayDeleteNote(viewer: Viewer | null, note: ApplicationNote): boolean {
  return mayRewriteNote(viewer, note) || (viewer?.role === Role.EMPLOYER && viewer.isCompanyAdmin);
}
