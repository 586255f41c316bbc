import type { Role } from './role.js';

interface AnyViewer {
  userId: string;
  sessionId: string;
  email: string;
  firstName: string;
  lastName: string;
}

export interface CandidateViewer extends AnyViewer {
  role: Role.CANDIDATE;
  candidateId: string;
}

export interface EmployerViewer extends AnyViewer {
  role: Role.EMPLOYER;
  employerId: string;
  /** Null until the employer belongs to a company. */
  companyId: string | null;
  canCreateJobs: boolean;
  canManageCandidates: boolean;
  isCompanyAdmin: boolean;
}

export interface AdminViewer extends AnyViewer {
  role: Role.ADMIN;
}

/** Whoever sends the request, as the database knows them at this moment. */
export type Viewer = CandidateViewer | EmployerViewer | AdminViewer;
