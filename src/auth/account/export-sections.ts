import type { EntityClass } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import { AuditEntry } from '../../admin/audit-entry.entity.js';
import { UserInvitation } from '../../admin/invitations/user-invitation.entity.js';
import { ApplicationEvent } from '../../applications/application-event.entity.js';
import { Application } from '../../applications/application.entity.js';
import { Candidate } from '../../candidates/candidate.entity.js';
import { CvUpload } from '../../candidates/cv-upload.entity.js';
import { Cv } from '../../candidates/cv.entity.js';
import { Education } from '../../candidates/education.entity.js';
import { Experience } from '../../candidates/experience.entity.js';
import { Skill } from '../../candidates/skill.entity.js';
import { CompanyInvitation } from '../../companies/company-invitation.entity.js';
import { Company } from '../../companies/company.entity.js';
import { Employer } from '../../employers/employer.entity.js';
import type { Viewer } from '../../graphql/viewer.js';
import { JobEvent } from '../../jobs/job-event.entity.js';
import { JobView } from '../../jobs/job-view.entity.js';
import { Job } from '../../jobs/job.entity.js';
import { Notification } from '../../notifications/notification.entity.js';
import { User } from '../../users/user.entity.js';
import { EmailConfirmation } from '../email-confirmation.entity.js';
import { PasswordReset } from '../password-reset.entity.js';
import { ProviderIdentity } from '../provider-identity.entity.js';
import { Session } from '../session.entity.js';

interface Section {
  /** Key of the list in the export. */
  name: string;
  table: string;
  entity: EntityClass<object>;
  /** Which rows `t` are about the viewer. */
  mine: RawBuilder<unknown>;
  /** Properties that are secrets of ours or of somebody else. */
  withheld?: string[];
}

/** What the platform holds about a person, table by table. A table that belongs here and is missing fails a test. */
export function exportSections({ userId, email }: Viewer): Section[] {
  const user = sql`t.user_id = ${userId}`;
  const candidate = sql`t.candidate_id = (select id from candidates where user_id = ${userId})`;
  const employer = sql`t.employer_id = (select id from employers where user_id = ${userId})`;
  return [
    { name: 'users', table: 'users', entity: User, mine: sql`t.id = ${userId}`, withheld: ['passwordHash'] },
    { name: 'providerIdentities', table: 'provider_identities', entity: ProviderIdentity, mine: user },
    {
      name: 'sessions',
      table: 'sessions',
      entity: Session,
      mine: user,
      withheld: ['refreshTokenHash', 'previousRefreshTokenHash'],
    },
    {
      name: 'passwordResets',
      table: 'password_resets',
      entity: PasswordReset,
      mine: user,
      withheld: ['tokenHash'],
    },
    {
      name: 'emailConfirmations',
      table: 'email_confirmations',
      entity: EmailConfirmation,
      mine: user,
      withheld: ['tokenHash'],
    },
    {
      name: 'userInvitations',
      table: 'user_invitations',
      entity: UserInvitation,
      mine: sql`t.invited_by_user_id = ${userId} or t.email = ${email}`,
      withheld: ['tokenHash', 'linkId'],
    },
    { name: 'notifications', table: 'notifications', entity: Notification, mine: user },
    { name: 'candidates', table: 'candidates', entity: Candidate, mine: user },
    { name: 'experiences', table: 'experiences', entity: Experience, mine: candidate },
    { name: 'educations', table: 'educations', entity: Education, mine: candidate },
    { name: 'skills', table: 'skills', entity: Skill, mine: candidate },
    { name: 'cvs', table: 'cvs', entity: Cv, mine: candidate, withheld: ['fileKey'] },
    { name: 'cvUploads', table: 'cv_uploads', entity: CvUpload, mine: candidate },
    // What a company thinks of an application is for its own eyes.
    {
      name: 'applications',
      table: 'applications',
      entity: Application,
      mine: candidate,
      withheld: ['rating'],
    },
    {
      name: 'applicationEvents',
      table: 'application_events',
      entity: ApplicationEvent,
      mine: sql`t.actor_user_id = ${userId} or t.application_id in (select a.id from applications a
        join candidates c on c.id = a.candidate_id where c.user_id = ${userId})`,
      withheld: ['actorUserId', 'employerId'],
    },
    { name: 'employers', table: 'employers', entity: Employer, mine: user },
    {
      name: 'companies',
      table: 'companies',
      entity: Company,
      mine: sql`t.id = (select company_id from employers where user_id = ${userId})`,
      withheld: ['logoKey'],
    },
    {
      name: 'companyInvitations',
      table: 'company_invitations',
      entity: CompanyInvitation,
      mine: sql`t.invited_by_user_id = ${userId} or t.email = ${email}`,
      withheld: ['tokenHash'],
    },
    // What became of a job after its author had left the company is the company's own.
    {
      name: 'jobs',
      table: 'jobs',
      entity: Job,
      mine: sql`${employer} and t.company_id = (select company_id from employers where user_id = ${userId})`,
    },
    { name: 'jobEvents', table: 'job_events', entity: JobEvent, mine: employer },
    { name: 'jobViews', table: 'job_views', entity: JobView, mine: sql`t.viewer_key = ${userId}` },
    { name: 'auditLog', table: 'audit_log', entity: AuditEntry, mine: sql`t.actor_user_id = ${userId}` },
    // What was done to them, not by whom and from where.
    {
      name: 'auditLogOfOthers',
      table: 'audit_log',
      entity: AuditEntry,
      mine: sql`t.subject_type = 'User' and t.subject_id = ${userId} and t.actor_user_id is distinct from ${userId}`,
      withheld: ['actorUserId', 'ip', 'requestId'],
    },
  ];
}
