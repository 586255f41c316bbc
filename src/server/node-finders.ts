import { findVisibleAuditEntry } from '../admin/find-audit-entry.js';
import { findVisibleUserInvitation } from '../admin/invitations/find-user-invitation.js';
import { findVisibleApplication, findVisibleCandidate } from '../applications/find-application.js';
import { findVisibleCv } from '../applications/find-cv.js';
import { findVisibleNote } from '../applications/find-note.js';
import { visibleEntry } from '../applications/find-profile-entry.js';
import { findOwnSession } from '../auth/find-own-session.js';
import { educationById, experienceById, skillById } from '../candidates/profile-entry.loaders.js';
import { companyById } from '../companies/company.loaders.js';
import { findVisibleEmployer } from '../employers/find-employer.js';
import { findVisibleInvitation } from '../employers/invitations/find-visible-invitation.js';
import type { NodeFinders } from '../graphql/node.resolver.js';
import { findVisibleJob } from '../jobs/find-job.js';
import { findOwnNotification } from '../notifications/find-notification.js';
import { userById } from '../users/user.loaders.js';
import { maySeeUser } from '../users/user.policy.js';

/** How `node` and `nodes` find an object of each type: by the very predicates that guard every other way to it. */
export const nodeFinders: NodeFinders = {
  User: async (ctx, id) => {
    const user = await userById(ctx).load(id);
    return user && maySeeUser(ctx.viewer, user) ? user : null;
  },
  Employer: findVisibleEmployer,
  Company: (ctx, id) => companyById(ctx).load(id),
  CompanyInvitation: findVisibleInvitation,
  Candidate: findVisibleCandidate,
  Experience: visibleEntry(experienceById),
  Education: visibleEntry(educationById),
  Skill: visibleEntry(skillById),
  Cv: findVisibleCv,
  Job: findVisibleJob,
  Application: findVisibleApplication,
  Session: findOwnSession,
  ApplicationNote: findVisibleNote,
  Notification: findOwnNotification,
  UserInvitation: findVisibleUserInvitation,
  AuditEntry: findVisibleAuditEntry,
};
