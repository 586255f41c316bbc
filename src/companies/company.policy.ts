import { forbidden } from '../graphql/errors.js';
import { Role } from '../graphql/role.js';
import { refusal, UserErrorCode } from '../graphql/user-error.js';
import type { EmployerViewer, Viewer } from '../graphql/viewer.js';

export function isMemberOf(viewer: Viewer | null, companyId: string): viewer is EmployerViewer {
  return viewer?.role === Role.EMPLOYER && viewer.companyId === companyId;
}

/** How a company is doing is for its members, whatever their permissions, and for administrators. */
export function seesFiguresOf(viewer: Viewer | null, companyId: string): boolean {
  return viewer?.role === Role.ADMIN || isMemberOf(viewer, companyId);
}

/** The company whose page the viewer may change: their own, as its company admin. */
export function companyToEdit({ companyId, isCompanyAdmin }: EmployerViewer): string {
  if (companyId === null)
    throw refusal(UserErrorCode.COMPANY_REQUIRED, null, 'Create or join a company first.');
  if (!isCompanyAdmin) throw forbidden('Only admins of the company may do this.');
  return companyId;
}
