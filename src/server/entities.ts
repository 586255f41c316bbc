import { AuditEntry } from '../admin/audit-entry.entity.js';
import { UserInvitation } from '../admin/invitations/user-invitation.entity.js';
import { ApplicationEvent } from '../applications/application-event.entity.js';
import { ApplicationNote } from '../applications/application-note.entity.js';
import { Application } from '../applications/application.entity.js';
import { EmailConfirmation } from '../auth/email-confirmation.entity.js';
import { PasswordReset } from '../auth/password-reset.entity.js';
import { ProviderIdentity } from '../auth/provider-identity.entity.js';
import { ProviderSignIn } from '../auth/providers/provider-sign-in.entity.js';
import { Session } from '../auth/session.entity.js';
import { Candidate } from '../candidates/candidate.entity.js';
import { CvUpload } from '../candidates/cv-upload.entity.js';
import { Cv } from '../candidates/cv.entity.js';
import { Education } from '../candidates/education.entity.js';
import { Experience } from '../candidates/experience.entity.js';
import { Skill } from '../candidates/skill.entity.js';
import { CompanyInvitation } from '../companies/company-invitation.entity.js';
import { CompanyLogoUpload } from '../companies/company-logo-upload.entity.js';
import { Company } from '../companies/company.entity.js';
import { Employer } from '../employers/employer.entity.js';
import { JobEvent } from '../jobs/job-event.entity.js';
import { JobView } from '../jobs/job-view.entity.js';
import { Job } from '../jobs/job.entity.js';
import { Notification } from '../notifications/notification.entity.js';
import { FileRemoval } from '../platform/files/file-removal.entity.js';
import { User } from '../users/user.entity.js';

/** Every table of the platform. */
export const entities = [
  User,
  Session,
  ProviderIdentity,
  ProviderSignIn,
  PasswordReset,
  EmailConfirmation,
  UserInvitation,
  Company,
  CompanyInvitation,
  CompanyLogoUpload,
  Employer,
  Candidate,
  Experience,
  Education,
  Skill,
  Cv,
  CvUpload,
  Job,
  JobEvent,
  JobView,
  Application,
  ApplicationEvent,
  ApplicationNote,
  Notification,
  AuditEntry,
  FileRemoval,
];
