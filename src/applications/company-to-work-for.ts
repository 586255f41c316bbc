import { forbidden } from '../graphql/errors.js';
import type { EmployerViewer } from '../graphql/viewer.js';
import { mayWorkOnApplicationsOf } from './application.policy.js';

/** The company on whose applications the viewer works; FORBIDDEN for employers who may not. */
export function companyToWorkFor(viewer: EmployerViewer): string {
  const { companyId } = viewer;
  if (companyId === null || !mayWorkOnApplicationsOf(viewer, companyId)) {
    throw forbidden('Only members of a company who may manage candidates see the applications to its jobs.');
  }
  return companyId;
}
