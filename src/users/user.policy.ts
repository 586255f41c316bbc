import { Role } from '../graphql/role.js';
import type { Viewer } from '../graphql/viewer.js';
import type { User } from './user.entity.js';

/** Users see themselves; administrators see everyone. */
export function maySeeUser(viewer: Viewer | null, user: User): boolean {
  return viewer !== null && (viewer.userId === user.id || viewer.role === Role.ADMIN);
}
