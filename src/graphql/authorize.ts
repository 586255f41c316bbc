import type { Context } from './context.js';
import { forbidden, unauthenticated } from './errors.js';
import { Role } from './role.js';
import type { AdminViewer, CandidateViewer, EmployerViewer, Viewer } from './viewer.js';

/** The viewer, whoever it is; UNAUTHENTICATED for an anonymous request. */
export function anyUser(ctx: Context): Viewer {
  if (!ctx.viewer) throw unauthenticated();
  return ctx.viewer;
}

/** The viewer as a candidate; FORBIDDEN for other roles. */
export function candidateOnly(ctx: Context): CandidateViewer {
  const viewer = anyUser(ctx);
  if (viewer.role !== Role.CANDIDATE) throw forbidden('Only candidates may do this.');
  return viewer;
}

/** The viewer as an employer; FORBIDDEN for other roles. */
export function employerOnly(ctx: Context): EmployerViewer {
  const viewer = anyUser(ctx);
  if (viewer.role !== Role.EMPLOYER) throw forbidden('Only employers may do this.');
  return viewer;
}

/** The viewer as an administrator; FORBIDDEN for other roles. */
export function adminOnly(ctx: Context): AdminViewer {
  const viewer = anyUser(ctx);
  if (viewer.role !== Role.ADMIN) throw forbidden('Only administrators may do this.');
  return viewer;
}
