import type { Viewer } from '../graphql/viewer.js';
import type { Session } from './session.entity.js';

/** Sessions tell where somebody was and on what: nobody else sees them, not even administrators. */
export function maySeeSession(viewer: Viewer | null, session: Session): boolean {
  return viewer !== null && viewer.userId === session.userId;
}

/** The session the viewer's request belongs to. */
export function isCurrentSession(viewer: Viewer | null, session: Session): boolean {
  return viewer !== null && viewer.sessionId === session.id;
}
