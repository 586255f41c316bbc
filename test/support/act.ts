import type { GraphqlClient } from './graphql-client.js';

const ACTS = {
  createCompany: { input: 'CreateCompanyInput', result: 'company', fields: 'id name' },
  setMemberPermissions: {
    input: 'SetMemberPermissionsInput',
    result: 'employer',
    fields: 'canCreateJobs canManageCandidates isCompanyAdmin',
  },
  handOverCompanyAdmin: {
    input: 'HandOverCompanyAdminInput',
    result: 'employer',
    fields: 'id isCompanyAdmin',
  },
  removeMember: { input: 'RemoveMemberInput', result: 'removedEmployerId', fields: '' },
  inviteMember: { input: 'InviteMemberInput', result: 'invitation', fields: 'id email' },
  resendCompanyInvitation: {
    input: 'ResendCompanyInvitationInput',
    result: 'invitation',
    fields: 'id email',
  },
  cancelCompanyInvitation: {
    input: 'CancelCompanyInvitationInput',
    result: 'invitation',
    fields: 'id email',
  },
  acceptCompanyInvitation: {
    input: 'AcceptCompanyInvitationInput',
    result: 'employer',
    fields: 'company { id }',
  },
  updateEmployerProfile: { input: 'UpdateEmployerProfileInput', result: 'employer', fields: 'id' },
  updateCompany: { input: 'UpdateCompanyInput', result: 'company', fields: 'id name' },
  requestCompanyLogoUpload: {
    input: 'RequestCompanyLogoUploadInput',
    result: 'upload',
    fields: 'url method headers { name value } expiresAt',
  },
  completeCompanyLogoUpload: {
    input: 'CompleteCompanyLogoUploadInput',
    result: 'company',
    fields: 'id logoUrl',
  },
  createJob: { input: 'CreateJobInput', result: 'job', fields: 'id status' },
  updateJob: { input: 'UpdateJobInput', result: 'job', fields: 'id status' },
  publishJob: { input: 'JobIdInput', result: 'job', fields: 'id status' },
  closeJob: { input: 'JobIdInput', result: 'job', fields: 'id status' },
  archiveJob: { input: 'JobIdInput', result: 'job', fields: 'id status' },
  deleteJob: { input: 'JobIdInput', result: 'deletedJobId', fields: '' },
  updateMyName: { input: 'UpdateMyNameInput', result: 'user', fields: 'id' },
  updateCandidateProfile: { input: 'UpdateCandidateProfileInput', result: 'candidate', fields: 'id' },
  addExperience: { input: 'AddExperienceInput', result: 'experience', fields: 'id' },
  updateExperience: { input: 'UpdateExperienceInput', result: 'experience', fields: 'id' },
  deleteExperience: { input: 'DeleteExperienceInput', result: 'deletedExperienceId', fields: '' },
  addEducation: { input: 'AddEducationInput', result: 'education', fields: 'id' },
  updateEducation: { input: 'UpdateEducationInput', result: 'education', fields: 'id' },
  deleteEducation: { input: 'DeleteEducationInput', result: 'deletedEducationId', fields: '' },
  addSkill: { input: 'AddSkillInput', result: 'skill', fields: 'id' },
  updateSkill: { input: 'UpdateSkillInput', result: 'skill', fields: 'id' },
  deleteSkill: { input: 'DeleteSkillInput', result: 'deletedSkillId', fields: '' },
  requestCvUpload: {
    input: 'RequestCvUploadInput',
    result: 'upload',
    fields: 'url method headers { name value } expiresAt',
  },
  completeCvUpload: { input: 'CompleteCvUploadInput', result: 'cv', fields: 'id' },
  activateCv: { input: 'CvIdInput', result: 'cv', fields: 'id' },
  deleteCv: { input: 'CvIdInput', result: 'deletedCvId', fields: '' },
  applyToJob: { input: 'ApplyToJobInput', result: 'application', fields: 'id status' },
  moveApplication: { input: 'MoveApplicationInput', result: 'application', fields: 'id status' },
  openApplication: { input: 'OpenApplicationInput', result: 'application', fields: 'id status' },
  reopenApplication: { input: 'ReopenApplicationInput', result: 'application', fields: 'id status' },
  rateApplication: { input: 'RateApplicationInput', result: 'application', fields: 'id status rating' },
  moveApplications: {
    input: 'MoveApplicationsInput',
    result: 'results',
    fields: 'applicationId application { id status } userErrors { code field }',
  },
  addApplicationNote: { input: 'AddApplicationNoteInput', result: 'note', fields: 'id body' },
  updateApplicationNote: { input: 'UpdateApplicationNoteInput', result: 'note', fields: 'id body' },
  markNotificationRead: { input: 'NotificationIdInput', result: 'notification', fields: 'id readAt' },
  inviteUser: { input: 'InviteUserInput', result: 'invitation', fields: 'id email role expiresAt' },
  resendUserInvitation: { input: 'UserInvitationIdInput', result: 'invitation', fields: 'id expiresAt' },
  cancelUserInvitation: { input: 'UserInvitationIdInput', result: 'cancelledInvitationId', fields: '' },
  acceptUserInvitation: {
    input: 'AcceptUserInvitationInput',
    result: 'user',
    fields: 'id email role firstName lastName emailVerifiedAt',
  },
  deactivateUser: { input: 'DeactivateUserInput', result: 'user', fields: 'id isActive' },
  activateUser: { input: 'UserIdInput', result: 'user', fields: 'id isActive' },
  deleteUser: { input: 'UserIdInput', result: 'deletedUserId', fields: '' },
  signOutUser: { input: 'UserIdInput', result: 'endedSessions', fields: '' },
  sendPasswordReset: { input: 'UserIdInput', result: 'success', fields: '' },
  appointCompanyAdmin: {
    input: 'AppointCompanyAdminInput',
    result: 'employer',
    fields: 'id isCompanyAdmin canCreateJobs canManageCandidates',
  },
  verifyCompany: { input: 'CompanyIdInput', result: 'company', fields: 'id verifiedAt' },
  unverifyCompany: { input: 'CompanyIdInput', result: 'company', fields: 'id verifiedAt' },
  deleteCompany: { input: 'CompanyIdInput', result: 'deletedCompanyId', fields: '' },
  takeDownJob: { input: 'TakeDownJobInput', result: 'job', fields: 'id status' },
  withdrawApplication: { input: 'WithdrawApplicationInput', result: 'application', fields: 'id status' },
} as const;

export type Act = keyof typeof ACTS;

export interface Outcome<Result> {
  /** Code of the GraphQL error, if there was one. */
  error: string | undefined;
  userErrors: { code: string; field: string | null }[];
  /** What the act made or changed. */
  result: Result | null;
}

/** Sends one mutation. Refused or not, it comes back as a value that can be compared. */
export async function act<Result = { id: string; status: string }>(
  client: GraphqlClient,
  name: Act,
  input: Record<string, unknown>,
  fields?: string,
): Promise<Outcome<Result>> {
  const { input: type, result, fields: usual } = ACTS[name];
  // An id has no fields to choose from.
  const selection = usual === '' ? '' : `{ ${fields ?? usual} }`;
  const { data, errors } = await client.send<
    { act: Record<string, Result | null> & { userErrors: Outcome<Result>['userErrors'] } } | undefined
  >(
    `mutation ($input: ${type}!) {
      act: ${name}(input: $input) { ${result} ${selection} userErrors { code field } }
    }`,
    { input },
  );
  const payload = data?.act;
  return {
    error: errors?.[0]?.extensions.code,
    userErrors: payload?.userErrors ?? [],
    result: payload?.[result] ?? null,
  };
}

/** An act that is not the viewer's to try. */
export function failedWith(error: string): Outcome<never> {
  return { error, userErrors: [], result: null };
}

/** An act refused because of what it was asked to do. */
export function refusedWith(code: string, field: string | null): Outcome<never> {
  return { error: undefined, userErrors: [{ code, field }], result: null };
}
