import { userInvitationMail } from '../admin/invitations/user-invitation.mail.js';
import { accountDeletedMail } from '../auth/account/account-deleted.mail.js';
import { announceEndedSessions } from '../auth/announce-ended-sessions.js';
import { confirmEmailMail } from '../auth/email/confirm-email.mail.js';
import { emailChangeAskedMail } from '../auth/email/email-change-asked.mail.js';
import { emailChangedMail } from '../auth/email/email-changed.mail.js';
import { passwordChangedMail } from '../auth/password/password-changed.mail.js';
import { passwordResetMail } from '../auth/password/password-reset.mail.js';
import { startPasswordReset } from '../auth/password/start-password-reset.js';
import { companyInvitationMail } from '../employers/invitations/company-invitation.mail.js';
import { announceNotifications } from '../notifications/announce-notifications.js';
import type { RunnableJob } from '../platform/queue/job-kind.js';

/** Every kind of job the workers know. One that is missing here would wait for ever. */
export const jobKinds: readonly RunnableJob[] = [
  accountDeletedMail,
  companyInvitationMail,
  announceEndedSessions,
  announceNotifications,
  confirmEmailMail,
  emailChangeAskedMail,
  emailChangedMail,
  passwordChangedMail,
  passwordResetMail,
  startPasswordReset,
  userInvitationMail,
];
