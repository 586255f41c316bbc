import type { GraphqlClient } from './graphql-client.js';

const ACTS = {
  createCompany: { input: 'CreateCompanyInput', result: 'company', fields: 'id name' },
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
