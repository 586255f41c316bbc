import { registerEnumType } from 'type-graphql';

export enum AuditAction {
  USER_INVITED = 'USER_INVITED',
  USER_INVITATION_RESENT = 'USER_INVITATION_RESENT',
  USER_INVITATION_CANCELLED = 'USER_INVITATION_CANCELLED',
  USER_INVITATION_ACCEPTED = 'USER_INVITATION_ACCEPTED',
  USER_DEACTIVATED = 'USER_DEACTIVATED',
  USER_ACTIVATED = 'USER_ACTIVATED',
  USER_DELETED = 'USER_DELETED',
  USER_SIGNED_OUT = 'USER_SIGNED_OUT',
  PASSWORD_RESET_SENT = 'PASSWORD_RESET_SENT',
  COMPANY_VERIFIED = 'COMPANY_VERIFIED',
  COMPANY_UNVERIFIED = 'COMPANY_UNVERIFIED',
  COMPANY_ADMIN_APPOINTED = 'COMPANY_ADMIN_APPOINTED',
  COMPANY_DELETED = 'COMPANY_DELETED',
  JOB_TAKEN_DOWN = 'JOB_TAKEN_DOWN',
  ACCOUNT_DELETED = 'ACCOUNT_DELETED',
  ACCOUNT_HANDED_OVER = 'ACCOUNT_HANDED_OVER',
  EMAIL_CHANGE_ASKED = 'EMAIL_CHANGE_ASKED',
  EMAIL_CHANGED = 'EMAIL_CHANGED',
  PASSWORD_CHANGED = 'PASSWORD_CHANGED',
  PROVIDER_LINKED = 'PROVIDER_LINKED',
  SESSION_TOKEN_REUSED = 'SESSION_TOKEN_REUSED',
}

registerEnumType(AuditAction, {
  name: 'AuditAction',
  description: 'What an entry of the audit log tells of. New values may be added.',
  valuesConfig: {
    USER_INVITED: { description: 'An administrator invited somebody to open an account.' },
    USER_INVITATION_RESENT: { description: 'An administrator had an invitation mailed again.' },
    USER_INVITATION_CANCELLED: { description: 'An administrator took an invitation back.' },
    USER_INVITATION_ACCEPTED: { description: 'Somebody opened the account they were invited to.' },
    USER_DEACTIVATED: { description: 'An administrator deactivated an account and ended its sessions.' },
    USER_ACTIVATED: { description: 'An administrator let a deactivated account in again.' },
    USER_DELETED: { description: "An administrator deleted somebody's account." },
    USER_SIGNED_OUT: { description: 'An administrator ended all sessions of a user.' },
    PASSWORD_RESET_SENT: { description: 'An administrator had a user mailed a link to set a new password.' },
    COMPANY_VERIFIED: { description: 'An administrator verified a company.' },
    COMPANY_UNVERIFIED: { description: 'An administrator took back that a company was verified.' },
    COMPANY_ADMIN_APPOINTED: { description: 'An administrator made a member of a company its admin.' },
    COMPANY_DELETED: { description: 'An administrator deleted a company with all its jobs.' },
    JOB_TAKEN_DOWN: { description: 'An administrator took a job off the market for good.' },
    ACCOUNT_DELETED: { description: 'A user deleted their own account.' },
    ACCOUNT_HANDED_OVER: {
      description:
        'The owner of an address took over the account somebody else had opened with it unconfirmed.',
    },
    EMAIL_CHANGE_ASKED: { description: 'A user asked for another e-mail address.' },
    EMAIL_CHANGED: { description: 'The new e-mail address of a user took effect.' },
    PASSWORD_CHANGED: { description: 'A user set a new password, signed in or by the link of a mail.' },
    PROVIDER_LINKED: { description: 'An account can be signed in with through a provider from now on.' },
    SESSION_TOKEN_REUSED: {
      description: 'A used refresh token came back, which looks like theft, and its session was ended.',
    },
  },
});

/** The types an entry can be about, by the names they have in the schema. */
export enum AuditSubject {
  USER = 'User',
  USER_INVITATION = 'UserInvitation',
  SESSION = 'Session',
  COMPANY = 'Company',
  JOB = 'Job',
}

registerEnumType(AuditSubject, {
  name: 'AuditSubject',
  description: 'What kind of object an entry of the audit log is about. New values may be added.',
  valuesConfig: {
    USER: { description: 'A user.' },
    USER_INVITATION: { description: 'An invitation to open an account.' },
    SESSION: { description: 'A session of a user.' },
    COMPANY: { description: 'A company.' },
    JOB: { description: 'A job.' },
  },
});
