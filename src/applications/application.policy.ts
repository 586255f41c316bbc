import { Role } from '../graphql/role.js';
import type { Viewer } from '../graphql/viewer.js';
import type { Application } from './application.entity.js';
import { Actor } from './application.enums.js';

/** Whose hand the viewer would move this application with; null for those who may not even see it. */
export function actorOn(viewer: Viewer | null, application: Application): Actor | null {
  if (viewer?.role === Role.ADMIN) return Actor.ADMIN;
  if (viewer?.role === Role.CANDIDATE)
    return viewer.candidateId === application.candidateId ? Actor.CANDIDATE : null;
  return mayWorkOnApplicationsOf(viewer, application.companyId) ? Actor.EMPLOYER : null;
}

/** The candidate, members of the company with the permission for it, and administrators. */
export function maySeeApplication(viewer: Viewer | null, application: Application): boolean {
  return actorOn(viewer, application) !== null;
}

/**
 * Notes and rating are for the company's eyes: members who work on the application, and nobody else, neither the
 * candidate nor administrators.
 */
export function mayAssess(viewer: Viewer | null, application: Application): boolean {
  return mayWorkOnApplicationsOf(viewer, application.companyId);
}

/** Members with the permission work on all applications to jobs of their company. */
export function mayWorkOnApplicationsOf(viewer: Viewer | null, companyId: string): boolean {
  return viewer?.role === Role.EMPLOYER && viewer.companyId === companyId && viewer.canManageCandidates;
}

/** Members who work on the applications to a company's jobs see all of them, and so do administrators. */
export function maySeeApplicationsTo(viewer: Viewer | null, companyId: string): boolean {
  return viewer?.role === Role.ADMIN || mayWorkOnApplicationsOf(viewer, companyId);
}
