import { Role } from '../graphql/role.js';
import type { Viewer } from '../graphql/viewer.js';
import type { Employer } from './employer.entity.js';

/** Employers see themselves and their colleagues; administrators see everyone. */
export function maySeeEmployer(viewer: Viewer | null, employer: Employer): boolean {
  if (viewer?.role === Role.ADMIN) return true;
  if (viewer?.role !== Role.EMPLOYER) return false;
  return (
    viewer.employerId === employer.id ||
    (viewer.companyId !== null && viewer.companyId === employer.companyId)
  );
}

/** Members of a company and administrators see who belongs to it. */
export function maySeeMembers(viewer: Viewer | null, companyId: string): boolean {
  if (viewer?.role === Role.ADMIN) return true;
  return viewer?.role === Role.EMPLOYER && viewer.companyId === companyId;
}

/** Its company admins and administrators see whom a company has invited. */
export function maySeeInvitations(viewer: Viewer | null, companyId: string): boolean {
  if (viewer?.role === Role.ADMIN) return true;
  return viewer?.role === Role.EMPLOYER && viewer.companyId === companyId && viewer.isCompanyAdmin;
}
