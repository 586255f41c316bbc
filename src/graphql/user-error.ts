import { Field, ObjectType, registerEnumType } from 'type-graphql';

/** What a client can do wrong in a mutation; docs/errors.md explains each. */
export enum UserErrorCode {
  INVALID = 'INVALID',
  NOT_FOUND = 'NOT_FOUND',
  EMAIL_TAKEN = 'EMAIL_TAKEN',
  WEAK_PASSWORD = 'WEAK_PASSWORD',
  INVALID_CREDENTIALS = 'INVALID_CREDENTIALS',
  FRESH_SIGN_IN_REQUIRED = 'FRESH_SIGN_IN_REQUIRED',
  ACCOUNT_DEACTIVATED = 'ACCOUNT_DEACTIVATED',
  TOKEN_INVALID = 'TOKEN_INVALID',
  TOKEN_EXPIRED = 'TOKEN_EXPIRED',
  TOKEN_REUSED = 'TOKEN_REUSED',
  SESSION_ENDED = 'SESSION_ENDED',
  PROVIDER_EMAIL_UNVERIFIED = 'PROVIDER_EMAIL_UNVERIFIED',
  ALREADY_REGISTERED = 'ALREADY_REGISTERED',
  LAST_ADMIN = 'LAST_ADMIN',
  LAST_COMPANY_ADMIN = 'LAST_COMPANY_ADMIN',
  OWN_ACCOUNT = 'OWN_ACCOUNT',
  ALREADY_INVITED = 'ALREADY_INVITED',
  ALREADY_IN_COMPANY = 'ALREADY_IN_COMPANY',
  EMAIL_MISMATCH = 'EMAIL_MISMATCH',
  COMPANY_REQUIRED = 'COMPANY_REQUIRED',
  ALREADY_APPLIED = 'ALREADY_APPLIED',
  JOB_NOT_OPEN = 'JOB_NOT_OPEN',
  INVALID_TRANSITION = 'INVALID_TRANSITION',
  HAS_APPLICATIONS = 'HAS_APPLICATIONS',
  DUPLICATE_SKILL = 'DUPLICATE_SKILL',
  LIMIT_REACHED = 'LIMIT_REACHED',
  UPLOAD_MISSING = 'UPLOAD_MISSING',
  INVALID_FILE = 'INVALID_FILE',
}

registerEnumType(UserErrorCode, {
  name: 'UserErrorCode',
  description: 'Why a mutation was refused. New values may be added: treat an unknown one like INVALID.',
  valuesConfig: {
    INVALID: {
      description:
        'A value is missing, malformed or out of bounds; `field` and `message` tell which and why.',
    },
    NOT_FOUND: { description: 'The id names nothing the viewer may see.' },
    EMAIL_TAKEN: { description: 'Another account uses this e-mail address.' },
    WEAK_PASSWORD: { description: 'The password does not follow the password rules; `message` tells which.' },
    INVALID_CREDENTIALS: { description: 'Unknown e-mail address or wrong password; it is not told which.' },
    FRESH_SIGN_IN_REQUIRED: {
      description: 'An account without a password: sign in again, and repeat this within 10 minutes.',
    },
    ACCOUNT_DEACTIVATED: {
      description: 'The credentials are right, but an administrator deactivated the account.',
    },
    TOKEN_INVALID: {
      description: 'Not a token of this platform or its provider, made for something else, or altered.',
    },
    TOKEN_EXPIRED: { description: 'The token was good once. Sign in again.' },
    TOKEN_REUSED: {
      description:
        'An old refresh token came back, which looks like theft: its session has been ended. Sign in again.',
    },
    SESSION_ENDED: {
      description:
        'The session was signed out, revoked, gave way to a newer one or has expired. Sign in again.',
    },
    PROVIDER_EMAIL_UNVERIFIED: {
      description:
        'The provider has not verified an e-mail address of the user, so it cannot open an account.',
    },
    ALREADY_REGISTERED: { description: 'The account was made already. Sign in with the provider.' },
    LAST_ADMIN: { description: 'The platform would be left without an administrator.' },
    LAST_COMPANY_ADMIN: {
      description: 'A company with members would be left without an admin: hand the role over first.',
    },
    OWN_ACCOUNT: { description: 'Administrators cannot do this to their own account.' },
    ALREADY_INVITED: { description: 'An invitation to this address is open already.' },
    ALREADY_IN_COMPANY: { description: 'The employer already belongs to a company.' },
    EMAIL_MISMATCH: {
      description: 'The invitation was sent to another address than the one of the account.',
    },
    COMPANY_REQUIRED: { description: 'The employer must create or join a company first.' },
    ALREADY_APPLIED: { description: 'The candidate already has a live application to this job.' },
    JOB_NOT_OPEN: { description: 'The job does not take applications.' },
    INVALID_TRANSITION: { description: 'The object cannot go from its present status to the one asked for.' },
    HAS_APPLICATIONS: { description: 'The job cannot be deleted: candidates have applied to it.' },
    DUPLICATE_SKILL: { description: 'The candidate already has a skill of this name.' },
    LIMIT_REACHED: { description: 'There are as many of these as there may be; delete one first.' },
    UPLOAD_MISSING: { description: 'The file has not been uploaded yet.' },
    INVALID_FILE: { description: 'The uploaded file is not what it was said to be, in size or content.' },
  },
});

@ObjectType({
  simpleResolvers: true,
  description: 'A mistake in the input of a mutation. Nothing was changed.',
})
export class UserError {
  @Field(() => UserErrorCode, { description: 'Stable code for programs.' })
  code!: UserErrorCode;

  @Field(() => String, {
    nullable: true,
    description: 'The input field at fault, such as "email"; null when it is none in particular.',
  })
  field!: string | null;

  @Field(() => String, { description: 'Explanation in English, for people.' })
  message!: string;
}

/** Thrown by an act that refuses; the mutation answers with its errors and the transaction rolls back. */
export class Refusal extends Error {
  constructor(readonly userErrors: UserError[]) {
    super(userErrors.map((error) => error.message).join(' '));
    this.name = 'Refusal';
  }
}

export function refusal(code: UserErrorCode, field: string | null, message: string): Refusal {
  return new Refusal([{ code, field, message }]);
}
