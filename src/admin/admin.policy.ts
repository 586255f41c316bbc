import { Role } from '../graphql/role.js';
import type { Viewer } from '../graphql/viewer.js';

/** What administrators keep among themselves: the audit log, and invitations to open an account. */
export function maySeeAdministration(viewer: Viewer | null): boolean {
  return viewer?.role === Role.ADMIN;
}
